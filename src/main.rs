//! Parses the arguments and runs the window or a command; the only place the program ends.

use std::process::ExitCode;

mod start;

/// Stands in for the application until it is there.
struct Placeholder;

impl eframe::App for Placeholder {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        ui.label("Side by Side");
    }
}

fn main() -> ExitCode {
    start::install_panic_log();
    match start::open_window(|_context| Ok(Box::new(Placeholder))) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("sidebyside: {fault}");
            ExitCode::FAILURE
        }
    }
}
