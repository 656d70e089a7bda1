//! Handing a file to the system's printing: which program is run, and what it said.
//!
//! Linux and macOS print by `lp`, as far as it is there; Windows asks the program that shows PDF to print. Which printer, and how many
//! copies, is the system's own setting.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;

use crate::say;

/// Prints a file, or says why not.
type Print = dyn Fn(&Path) -> Result<(), String> + Send + Sync;

/// What prints a file of PDF; the default prints nothing, as in tests.
#[derive(Clone)]
pub struct Printer(Arc<Print>);

impl Default for Printer {
    fn default() -> Self {
        Self::new(|_| Err(say!("paper-no-program").to_owned()))
    }
}

impl Printer {
    /// One that does this with a file, from a thread of its own. The sentence says why it was not printed.
    pub fn new(print: impl Fn(&Path) -> Result<(), String> + Send + Sync + 'static) -> Self {
        Self(Arc::new(print))
    }

    /// The system's.
    pub fn of_system() -> Self {
        Self::new(|path| {
            let folders = std::env::var_os("PATH").unwrap_or_default();
            let find =
                |name: &str| std::env::split_paths(&folders).map(|folder| folder.join(name)).find(|p| p.is_file());
            let platform = if cfg!(windows) { Platform::Windows } else { Platform::Unix };
            let command = PrintCommand::of(platform, path, find).ok_or_else(|| say!("paper-no-program").to_owned())?;
            command.run()
        })
    }

    /// Prints a file.
    ///
    /// # Errors
    /// A sentence where it was not taken.
    pub(super) fn print(&self, path: &Path) -> Result<(), String> {
        (self.0)(path)
    }
}

/// How a system prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Platform {
    /// By `lp`: Linux, macOS, BSD.
    Unix,
    /// By the program that shows PDF.
    Windows,
}

/// A program that prints, with its words.
#[derive(Debug, PartialEq, Eq)]
struct PrintCommand {
    program: OsString,
    words: Vec<OsString>,
}

impl PrintCommand {
    /// What prints this file; `None` where there is nothing. `find` looks for a program by its name.
    fn of(platform: Platform, path: &Path, find: impl Fn(&str) -> Option<PathBuf>) -> Option<Self> {
        match platform {
            Platform::Unix => {
                let title = path.file_stem().unwrap_or_default().to_owned();
                let words = vec!["-t".into(), title, "--".into(), path.as_os_str().to_owned()];
                Some(Self { program: find("lp")?.into_os_string(), words })
            }
            Platform::Windows => {
                // Within single quotes only a single quote means anything, and two of them are one.
                let quoted = path.display().to_string().replace('\'', "''");
                let script =
                    format!("Start-Process -FilePath '{quoted}' -Verb Print -WindowStyle Hidden -ErrorAction Stop");
                let words = ["-NoProfile", "-NonInteractive", "-Command", &script].map(OsString::from).to_vec();
                Some(Self { program: "powershell.exe".into(), words })
            }
        }
    }

    /// Runs it and waits for its answer.
    fn run(&self) -> Result<(), String> {
        let mut command = Command::new(&self.program);
        command.args(&self.words).stdin(Stdio::null());
        without_console(&mut command);
        let run = command.output().map_err(|error| error.to_string())?;
        if run.status.success() {
            return Ok(());
        }
        let said = String::from_utf8_lossy(&run.stderr);
        let first = said.lines().map(str::trim).find(|line| !line.is_empty());
        Err(first.map_or_else(|| say!("paper-program-failed").to_owned(), str::to_owned))
    }
}

/// Keeps a console from flashing up.
#[cfg(windows)]
fn without_console(command: &mut Command) {
    use std::os::windows::process::CommandExt as _;
    /// `CREATE_NO_WINDOW` of the Windows API.
    const NO_WINDOW: u32 = 0x0800_0000;
    command.creation_flags(NO_WINDOW);
}

/// There is none to be kept away.
#[cfg(not(windows))]
fn without_console(_: &mut Command) {}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(command: &PrintCommand) -> Vec<String> {
        command.words.iter().map(|word| word.to_string_lossy().into_owned()).collect()
    }

    #[test]
    fn unix_prints_by_lp_where_it_is_there() {
        let path = Path::new("/data/print/leeds-1.pdf");
        let found = |name: &str| Some(Path::new("/usr/bin").join(name));
        let command = PrintCommand::of(Platform::Unix, path, found).unwrap();
        assert_eq!(command.program, "/usr/bin/lp");
        assert_eq!(words(&command), ["-t", "leeds-1", "--", "/data/print/leeds-1.pdf"]);
        assert_eq!(PrintCommand::of(Platform::Unix, path, |_| None), None);
    }

    #[test]
    fn windows_asks_what_shows_it_and_no_name_is_a_command() {
        let path = Path::new("C:\\Users\\O'Brien\\it's; Remove-Item x.pdf");
        let command = PrintCommand::of(Platform::Windows, path, |_| None).unwrap();
        let script = words(&command).pop().unwrap();
        assert_eq!(
            script,
            "Start-Process -FilePath 'C:\\Users\\O''Brien\\it''s; Remove-Item x.pdf' -Verb Print -WindowStyle Hidden \
             -ErrorAction Stop"
        );
    }

    #[cfg(unix)]
    #[test]
    fn what_the_program_says_is_told() {
        let run = |script: &str| {
            PrintCommand { program: "sh".into(), words: ["-c", script].map(OsString::from).to_vec() }.run()
        };
        assert_eq!(run("exit 0"), Ok(()));
        assert_eq!(run("echo 'lp: no default destination' >&2; exit 1"), Err("lp: no default destination".to_owned()));
        assert!(PrintCommand { program: "no-such-program".into(), words: Vec::new() }.run().is_err());
    }
}
