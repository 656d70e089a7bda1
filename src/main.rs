//! Parses the arguments and runs the window or a command; the only place the program ends.

mod start;

use std::io::{self, IsTerminal as _, Write};
use std::process::ExitCode;

use sidebyside::app::settings::{data_folder, remembered_placement};
use sidebyside::app::{FileDialogs, Printer};
use sidebyside::cli::{self, CommandError, DatasetName, ExitStatus, Invocation};
use sidebyside::ui::App;

fn main() -> ExitCode {
    start::install_panic_log(data_folder());
    let result = cli::parse(std::env::args_os()).and_then(|asked| match asked {
        Invocation::Command(command) => {
            if io::stdout().is_terminal() {
                cli::fits_terminal(&command)?;
            }
            cli::run(&command, &mut io::stdout().lock(), &mut io::stderr().lock())
        }
        Invocation::Window(dataset) => open(dataset.as_ref()),
    });
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(CommandError { ending, sentence }) => {
            // Help and version are results; everything else is an error. If neither can be written nothing is left to say.
            let _ = match ending {
                ExitStatus::Done => writeln!(io::stdout(), "{sentence}"),
                ExitStatus::Failed | ExitStatus::Misworded => writeln!(io::stderr(), "{sentence}"),
            };
            ExitCode::from(ending.code())
        }
    }
}

/// Opens the window, on a dataset, on the one that was open last, or on the built-in one. A dataset that can't be read is told in the window.
fn open(dataset: Option<&DatasetName>) -> Result<(), CommandError> {
    let place = data_folder().and_then(|folder| remembered_placement(&folder)).map(|place| start::WindowPlace {
        position: [place.x as f32, place.y as f32],
        size: [place.width as f32, place.height as f32],
        maximised: place.maximised,
    });
    let window = start::open_window(place, |context| {
        let mut app = App::new(&context.egui_ctx, FileDialogs::Desktop);
        app.state.print_by(Printer::of_system());
        if let Some(folder) = data_folder() {
            app.state.remember_in(&folder);
        }
        app.state.begin(dataset);
        app.state.watch();
        Ok(Box::new(app))
    });
    window.map_err(|error| CommandError { ending: ExitStatus::Failed, sentence: error.to_string() })
}
