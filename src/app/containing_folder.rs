//! Showing a saved file in its folder: Windows and macOS mark the file in a window of their own, Linux opens the folder by `xdg-open` where
//! that is there. Where nothing can show a folder, nobody is offered it.

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::LazyLock;

/// The program that opens a folder on Linux; `None` where there is none.
static XDG_OPEN: LazyLock<Option<PathBuf>> = LazyLock::new(|| {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&folders).map(|folder| folder.join("xdg-open")).find(|program| program.is_file())
});

/// How a desktop shows a folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Desktop {
    Windows,
    MacOs,
    Other,
}

impl Desktop {
    fn here() -> Self {
        if cfg!(windows) {
            Self::Windows
        } else if cfg!(target_os = "macos") {
            Self::MacOs
        } else {
            Self::Other
        }
    }
}

/// Whether a folder can be shown here.
pub(super) fn can_show() -> bool {
    Desktop::here() != Desktop::Other || XDG_OPEN.is_some()
}

/// The program and its words.
fn words(desktop: Desktop, file: &Path) -> (OsString, Vec<OsString>) {
    match desktop {
        Desktop::Windows => {
            let mut select = OsString::from("/select,");
            select.push(file);
            ("explorer".into(), vec![select])
        }
        Desktop::MacOs => ("open".into(), vec!["-R".into(), file.into()]),
        Desktop::Other => {
            let program =
                XDG_OPEN.as_ref().map_or_else(|| "xdg-open".into(), |program| program.clone().into_os_string());
            (program, vec![file.parent().unwrap_or(file).into()])
        }
    }
}

/// Shows a file in its folder.
///
/// # Errors
/// The program could not be begun.
pub(super) fn show(file: &Path) -> io::Result<()> {
    let (program, words) = words(Desktop::here(), file);
    let mut command = Command::new(program);
    let mut begun = command.args(words).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
    // It goes on by itself; somebody has to take note when it ends.
    std::thread::Builder::new().name("show-folder".to_owned()).spawn(move || drop(begun.wait()))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_desktop_is_asked_for_the_file_or_its_folder() {
        let file = Path::new("/papers/figure one.png");
        let asked = |desktop| words(desktop, file).1;
        assert_eq!(asked(Desktop::Windows), ["/select,/papers/figure one.png"]);
        assert_eq!(asked(Desktop::MacOs), ["-R", "/papers/figure one.png"]);
        assert_eq!(asked(Desktop::Other), ["/papers"]);
    }
}
