//! Where a figure goes: the path as typed, its ending, and what is there already.

use std::path::{MAIN_SEPARATOR, Path, PathBuf};

use super::{ExportDialog, ExportDraft, ExportMessage, FigureFormat};
use crate::app::context::Context;
use crate::app::message::Message;
use crate::app::tasks::TaskKind;
use crate::say;
use crate::storage::typed_path;

/// What was found where a file is to go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetProbe {
    /// Where.
    pub path: PathBuf,
    /// Whether something of that name is there.
    pub exists: bool,
    /// Whether its folder is there.
    pub folder: bool,
}

/// The file that a typed path means, read as [`typed_path`] reads it: relative to `folder`, with the ending of the format.
///
/// # Errors
/// A sentence where it names no file.
pub fn target(typed: &str, folder: &Path, format: FigureFormat) -> Result<PathBuf, String> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Err(say!("save-figure-no-path").to_owned());
    }
    if typed.chars().any(char::is_control) {
        return Err(say!("save-figure-control").to_owned());
    }
    let read = typed_path(typed);
    let path = folder.join(&read);
    if read.to_string_lossy().ends_with(['/', MAIN_SEPARATOR]) || path.file_name().is_none() {
        return Err(say!("save-figure-folder").to_owned());
    }
    if FigureFormat::of_path(&path) == Some(format) {
        return Ok(path);
    }
    let mut name = path.into_os_string();
    name.push(".");
    name.push(format.ending());
    Ok(PathBuf::from(name))
}

/// The typed path with the ending of another format in place of the one it has.
pub fn with_format(typed: &str, format: FigureFormat) -> String {
    let path = typed_path(typed);
    if FigureFormat::of_path(&path).is_some() {
        path.with_extension(format.ending()).display().to_string()
    } else {
        typed.to_owned()
    }
}

impl ExportDialog {
    /// The desktop's dialog has asked already whether a file may be replaced.
    pub(super) fn send_to(&mut self, path: &Path, cx: &mut Context<'_>) {
        let typed = match (path.parent(), path.file_name()) {
            (Some(folder), Some(name)) => {
                folder.clone_into(&mut self.folder);
                Path::new(name)
            }
            _ => path,
        };
        let draft = ExportDraft { path: typed.display().to_string(), ..self.draft.clone() };
        self.take_draft(draft, cx);
        // Only for the very file that was asked about, not for one whose ending is added here.
        self.agreed = Some(path.to_path_buf());
        self.draft.replace = self.target().is_ok_and(|target| target == path);
    }

    /// The folder that is typed, to which the file goes by the name that it has.
    pub(super) fn move_to(&mut self, folder: &str, cx: &mut Context<'_>) {
        self.typed_folder = Some(folder.to_owned());
        self.folder = typed_path(folder.trim());
        let name = self.target().ok().and_then(|target| Some(target.file_name()?.to_string_lossy().into_owned()));
        let path = name.unwrap_or_else(|| self.draft.path.clone());
        let draft = ExportDraft { path, ..self.draft.clone() };
        self.take_draft(draft, cx);
    }

    /// The folder that the file goes to; `None` where what is typed names no file.
    pub fn folder(&self) -> Option<PathBuf> {
        self.target().ok()?.parent().map(Path::to_path_buf)
    }

    /// Looks what is there, away from the window's thread, since a network drive may take its time. One look at a time.
    pub(super) fn look(&mut self, cx: &mut Context<'_>) {
        let Ok(path) = self.target() else { return };
        if self.looking.is_some() || self.look.as_ref().is_some_and(|look| look.path == path) {
            return;
        }
        self.looking = Some(path.clone());
        cx.tasks.spawn(TaskKind::Looking, move |_| {
            let folder = path.parent().is_some_and(|folder| folder.as_os_str().is_empty() || folder.is_dir());
            let exists = std::fs::symlink_metadata(&path).is_ok();
            Message::Export(ExportMessage::Looked(TargetProbe { path, exists, folder }))
        });
    }

    pub(super) fn looked(&mut self, look: TargetProbe, cx: &mut Context<'_>) {
        if self.looking.as_ref() == Some(&look.path) {
            self.looking = None;
            self.look = Some(look);
            // The path may be another one by now.
            self.look(cx);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_gets_the_ending_of_its_format_and_keeps_the_rest() {
        let folder = Path::new("papers");
        for (typed, file) in [
            ("a.svg", "a.svg"),
            (" a ", "a.svg"),
            ("a.v2", "a.v2.svg"),
            ("a.png", "a.png.svg"),
            ("../b/a.SVG", "../b/a.SVG"),
            ("it's \"x\" 🏛", "it's \"x\" 🏛.svg"),
        ] {
            assert_eq!(target(typed, folder, FigureFormat::Svg).unwrap(), folder.join(file), "{typed}");
        }
    }

    #[test]
    fn what_names_no_file_is_a_sentence() {
        for typed in ["", "  ", "papers/", "..", "/", "a\nb.svg"] {
            assert!(target(typed, Path::new("papers"), FigureFormat::Svg).is_err(), "{typed:?}");
        }
    }

    #[test]
    fn another_format_changes_an_ending_that_is_one() {
        assert_eq!(with_format("a.svg", FigureFormat::Png), "a.png");
        assert_eq!(with_format("a.v2", FigureFormat::Png), "a.v2");
    }
}
