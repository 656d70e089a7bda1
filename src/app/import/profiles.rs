//! Profiles of an import, and the desktop's dialogs that it asks: the files of tables, and the file of a profile.

use std::path::{Path, PathBuf};

use crate::import::Profile;
use crate::say;
use crate::storage::{Overwrite, StorageError, system_reason, typed_path, write_file};

use super::dialog::ProfileDialog;
use super::reading::TABLE_ENDINGS;
use super::steps::{ImportStep, ProfileQuestion};
use super::{ImportMessage, ImportState};
use crate::app::context::Context;
use crate::app::message::Message;
use crate::app::{Document, FileDialogs};

/// A profile with more bytes than this is none.
const MOST_BYTES: u64 = 4 * 1024 * 1024;

/// Asks for the files of tables by the desktop's dialog.
pub(super) fn choose_files(cx: &mut Context<'_>) {
    let dialog = rfd::AsyncFileDialog::new()
        .set_title(say!("import-window-title"))
        .add_filter(say!("import-window-tables"), &TABLE_ENDINGS)
        .set_directory(folder(cx.document));
    let answer = Box::pin(dialog.pick_files());
    cx.tasks.ask_desktop(answer, |chosen: Option<Vec<rfd::FileHandle>>| {
        let paths = chosen.map(|files| files.iter().map(|file| file.path().to_path_buf()).collect());
        Message::Import(paths.map_or(ImportMessage::NoDesktopDialog, ImportMessage::Chosen))
    });
}

fn folder(document: &Document) -> PathBuf {
    document.suggested_folder("")
}

fn ask_desktop(question: ProfileQuestion, cx: &mut Context<'_>) {
    let dialog = rfd::AsyncFileDialog::new()
        .add_filter(say!("import-window-profiles"), &["ron"])
        .set_directory(folder(cx.document));
    let answer: std::pin::Pin<Box<dyn Future<Output = Option<rfd::FileHandle>> + Send>> = match question {
        ProfileQuestion::Use => Box::pin(dialog.set_title(say!("import-window-use-profile")).pick_file()),
        ProfileQuestion::Save => {
            let dialog = dialog.set_title(say!("import-window-save-profile"));
            Box::pin(dialog.set_file_name(say!("import-window-profile-name")).save_file())
        }
    };
    cx.tasks.ask_desktop(answer, move |chosen: Option<rfd::FileHandle>| {
        let path = chosen.map(|file| file.path().to_path_buf());
        Message::Import(
            path.map_or(ImportMessage::NoDesktopDialog, |path| ImportMessage::ProfileChosen(question, path)),
        )
    });
}

impl ImportState {
    /// Asks for the file of a profile: by the desktop's dialog, and in a field besides, where the desktop has none.
    pub(super) fn ask_profile(&mut self, question: ProfileQuestion, cx: &mut Context<'_>) {
        let Some(dialog) = &mut self.dialog else { return };
        dialog.told = None;
        let folder = folder(cx.document);
        let name = match question {
            ProfileQuestion::Use => "",
            ProfileQuestion::Save => say!("import-window-profile-name"),
        };
        let path = folder.join(name).display().to_string();
        if cx.file_dialogs == FileDialogs::Desktop && !dialog.no_desktop_dialog {
            ask_desktop(question, cx);
        } else {
            dialog.asking = Some(ProfileDialog { question, path, replace: false, fault: None });
        }
    }

    /// A step while the path is typed.
    pub(super) fn step_in_profile(&mut self, step: ImportStep, cx: &mut Context<'_>) {
        let Some(dialog) = &mut self.dialog else { return };
        let Some(asking) = &mut dialog.asking else { return };
        #[expect(clippy::wildcard_enum_match_arm, reason = "only these steps are about a profile")]
        match step {
            ImportStep::TypeProfile(path) => {
                asking.path = path;
                asking.fault = None;
            }
            ImportStep::ReplaceProfile(replace) => asking.replace = replace,
            ImportStep::DropProfile => dialog.asking = None,
            ImportStep::AnswerProfile => {
                let typed = typed_path(&asking.path);
                let path = if typed.extension().is_some() { typed } else { typed.with_extension("ron") };
                let overwrite = if asking.replace { Overwrite::Replace } else { Overwrite::Refuse };
                match asking.question {
                    ProfileQuestion::Use => self.use_profile(path, cx),
                    ProfileQuestion::Save => self.save_profile(path, overwrite, cx),
                }
            }
            _ => {}
        }
    }

    /// The desktop's dialog has asked whether a file may be replaced.
    pub(super) fn profile_chosen(&mut self, question: ProfileQuestion, path: PathBuf, cx: &mut Context<'_>) {
        match question {
            ProfileQuestion::Use => self.use_profile(path, cx),
            ProfileQuestion::Save => self.save_profile(path, Overwrite::Replace, cx),
        }
    }

    fn use_profile(&mut self, path: PathBuf, cx: &mut Context<'_>) {
        self.begin(say!("import-window-reading-profile"), false, cx, move |number, _| {
            ImportMessage::ProfileRead(number, Box::new(read(&path)))
        });
    }

    fn save_profile(&mut self, path: PathBuf, overwrite: Overwrite, cx: &mut Context<'_>) {
        let Some(dialog) = &self.dialog else { return };
        let text = dialog.whole_profile().to_ron();
        self.begin(say!("import-window-saving-profile"), false, cx, move |number, _| {
            let shown = path.display().to_string();
            let saved = match write_file(&path, text.as_bytes(), overwrite) {
                Ok(()) => Ok(say!("import-window-profile-saved", path = shown)),
                Err(StorageError::Exists { .. }) => Err(say!("import-window-profile-there", path = shown)),
                Err(error) => Err(error.to_string()),
            };
            ImportMessage::ProfileSaved(number, saved)
        });
    }

    pub(super) fn profile_read(&mut self, number: u64, read: Result<Profile, String>, cx: &mut Context<'_>) {
        let Some(dialog) = self.take_work(number) else { return };
        match read {
            Ok(profile) => {
                dialog.asking = None;
                dialog.profile = profile;
                dialog.fault = None;
                dialog.told = Some(say!("import-window-profile-used").to_owned());
                self.read(Vec::new(), cx);
            }
            Err(sentence) => told_of_profile(dialog, sentence),
        }
    }

    pub(super) fn profile_saved(&mut self, number: u64, saved: Result<String, String>) {
        let Some(dialog) = self.take_work(number) else { return };
        match saved {
            Ok(told) => {
                dialog.asking = None;
                dialog.told = Some(told);
            }
            Err(sentence) => told_of_profile(dialog, sentence),
        }
    }
}

/// What went wrong with a profile stands where its path is typed, or with what was done last.
fn told_of_profile(dialog: &mut super::ImportDialog, sentence: String) {
    match &mut dialog.asking {
        Some(asking) => asking.fault = Some(sentence),
        None => dialog.told = Some(sentence),
    }
}

fn read(path: &Path) -> Result<Profile, String> {
    let shown = path.display().to_string();
    let unreadable =
        |error: std::io::Error| say!("import-window-unreadable", path = shown.as_str(), why = system_reason(&error));
    let metadata = std::fs::metadata(path).map_err(unreadable)?;
    if !metadata.is_file() || metadata.len() > MOST_BYTES {
        return Err(say!("import-window-no-profile", path = shown.as_str()));
    }
    let text = std::fs::read_to_string(path).map_err(unreadable)?;
    Profile::parse(&text)
        .map_err(|error| say!("import-window-profile-fault", path = shown.as_str(), why = error.to_string()))
}
