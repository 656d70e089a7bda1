//! Parses the arguments and runs the window or a command; the only place the program ends.

use std::io::{self, Write};
use std::process::ExitCode;

use sidebyside::cli::{self, Asked, Ending, Stop};

fn main() -> ExitCode {
    let result = cli::parse(std::env::args_os()).and_then(|asked| match asked {
        Asked::Command(command) => cli::run(&command, &mut io::stdout().lock(), &mut io::stderr().lock()),
        Asked::Window(_) => Ok(()),
    });
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(Stop { ending, sentence }) => {
            // Help and version are results; everything else is an error. If neither can be written nothing is left to say.
            let _ = match ending {
                Ending::Done => writeln!(io::stdout(), "{sentence}"),
                Ending::Failed | Ending::Misworded => writeln!(io::stderr(), "{sentence}"),
            };
            ExitCode::from(ending.code())
        }
    }
}
