//! Importing tables of official statistics from the window: files are read in the background, what they make is shown, and what is
//! shown is what is imported.

mod conflicts;
mod dialog;
mod profiles;
mod reading;
mod steps;

use std::path::PathBuf;
use std::sync::Arc;

use crate::dataset::{LineEnds, to_ron_with};
use crate::edit::History;
use crate::import::{Profile, ShownTable};
use crate::progress::{Progress, Stopped};
use crate::say;
use crate::storage::typed_path;

use crate::app::context::{Context, Request};
use crate::app::document::PreparedDocument;
use crate::app::message::Message;
use crate::app::tasks::TaskKind;
use crate::app::{Document, Effect, FileDialogs, NoticeKind};

pub use conflicts::{ConflictAnswer, ImportConflict};
pub use dialog::{ConflictStage, ImportDialog, ProfileDialog};
pub use reading::{ImportResult, ImportSource, is_table};
pub use steps::{ColumnChoice, ImportFact, ImportStep, IndicatorFact, MissingName, ProfileQuestion};

use conflicts::{AddedTables, ImportPlan};
use dialog::ImportWork;
use reading::ReadFiles;

/// How long nothing may be said of the tables before they are read again, in seconds.
const PAUSE: f64 = 0.3;

/// Importing: the dialog while it is open.
#[derive(Default)]
pub struct ImportState {
    /// The dialog.
    pub dialog: Option<Box<ImportDialog>>,
    /// The number of the last piece of work; what others bring back is not wanted any more.
    number: u64,
}

/// What tasks bring back, each with the number of the work.
pub(super) enum ImportMessage {
    /// Files were chosen in the desktop's dialog.
    Chosen(Vec<PathBuf>),
    /// The path of a profile was chosen there.
    ProfileChosen(ProfileQuestion, PathBuf),
    /// The desktop has no dialog.
    NoDesktopDialog,
    /// Files were read.
    Read(u64, Box<Result<ReadFiles, Stopped>>),
    /// A dataset was made.
    Made(u64, Box<PreparedDocument>),
    /// What adding would do is known.
    Planned(u64, Box<ImportPlan>),
    /// The edit that adds was made, or can't be.
    Merged(u64, Box<Result<AddedTables, String>>),
    /// A profile was read, or could not be.
    ProfileRead(u64, Box<Result<Profile, String>>),
    /// A profile was written, or could not be.
    ProfileSaved(u64, Result<String, String>),
    /// The work broke down.
    BrokeDown,
}

impl ImportState {
    /// Carries out a step.
    pub(super) fn update(&mut self, step: ImportStep, cx: &mut Context<'_>) {
        #[expect(clippy::wildcard_enum_match_arm, reason = "all other steps are for the dialog")]
        match step {
            ImportStep::Open => self.open(cx),
            ImportStep::AddFiles(_) if self.dialog.is_none() && cx.elsewhere.is_asking => {
                cx.notices.tell(NoticeKind::Error, say!("import-window-not-now"));
            }
            ImportStep::AddFiles(paths) => self.add(paths, cx),
            other => self.step_in_dialog(other, cx),
        }
    }

    fn step_in_dialog(&mut self, step: ImportStep, cx: &mut Context<'_>) {
        let Some(dialog) = &mut self.dialog else { return };
        match step {
            ImportStep::Open | ImportStep::AddFiles(_) => {}
            ImportStep::Close => self.close(cx),
            ImportStep::Choose => self.choose(cx),
            ImportStep::TypePath(path) => dialog.path = path,
            ImportStep::AddTyped => {
                let typed = std::mem::take(&mut dialog.path);
                if !typed.trim().is_empty() {
                    self.add(vec![typed_path(&typed)], cx);
                }
            }
            ImportStep::RemoveFile(nth) => {
                if nth < dialog.files.len() {
                    dialog.files.remove(nth);
                }
                self.read(Vec::new(), cx);
            }
            ImportStep::Stop => self.stop(),
            ImportStep::ReadAgain => self.read(Vec::new(), cx),
            ImportStep::ShowTable(nth) => {
                dialog.table = nth;
                dialog.row = None;
            }
            ImportStep::ShowFinding(nth) => show_finding(dialog, nth),
            ImportStep::AskProfile(question) => self.ask_profile(question, cx),
            ImportStep::TypeProfile(_)
            | ImportStep::ReplaceProfile(_)
            | ImportStep::AnswerProfile
            | ImportStep::DropProfile => self.step_in_profile(step, cx),
            ImportStep::Make => self.make(cx),
            ImportStep::AddToOpen => self.plan(cx),
            ImportStep::Answer(answer) => self.answer(answer, cx),
            ImportStep::AnswerAll(for_all) => {
                if let Some(stage) = &mut dialog.stage {
                    stage.for_all = for_all;
                }
            }
            ImportStep::Back => dialog.stage = None,
            ImportStep::SetColumn(..)
            | ImportStep::SetFilter(..)
            | ImportStep::SetSheet(_)
            | ImportStep::SetPeriod(..)
            | ImportStep::SetFact(..)
            | ImportStep::SetIndicator(..)
            | ImportStep::Rename(..) => {
                if dialog.say(step) {
                    self.said(cx);
                }
            }
        }
    }

    /// Takes in what tasks bring back.
    pub(super) fn on_message(&mut self, message: ImportMessage, cx: &mut Context<'_>) {
        match message {
            ImportMessage::Chosen(paths) => self.add(paths, cx),
            ImportMessage::ProfileChosen(question, path) => self.profile_chosen(question, path, cx),
            ImportMessage::NoDesktopDialog => {
                if let Some(dialog) = &mut self.dialog {
                    dialog.no_desktop_dialog = true;
                }
            }
            ImportMessage::Read(number, read) => {
                if let Some(dialog) = self.take_work(number) {
                    was_read(dialog, *read);
                }
            }
            ImportMessage::Made(number, made) => {
                if self.take_work(number).is_some() {
                    cx.request(Request::OpenImported(made));
                }
            }
            ImportMessage::Planned(number, plan) => self.planned(number, *plan, cx),
            ImportMessage::Merged(number, merged) => self.merged(number, *merged, cx),
            ImportMessage::ProfileRead(number, read) => self.profile_read(number, *read, cx),
            ImportMessage::ProfileSaved(number, saved) => self.profile_saved(number, saved),
            ImportMessage::BrokeDown => {
                if let Some(dialog) = &mut self.dialog {
                    dialog.work = None;
                    dialog.is_stopped = true;
                    dialog.fault = Some(say!("app-file-broke-down").to_owned());
                }
            }
        }
    }

    /// In each frame: what was said of the tables is read once nothing more was said for a moment.
    pub(super) fn on_frame(&mut self, cx: &mut Context<'_>) {
        let Some(dialog) = &mut self.dialog else { return };
        let Some(since) = dialog.stale_since else { return };
        if cx.frame.seconds - since < PAUSE {
            cx.effects.push(Effect::RepaintAfter(PAUSE as f32));
        } else if dialog.fault.is_none() && dialog.work.as_ref().is_none_or(|work| work.is_reading) {
            self.read(Vec::new(), cx);
        }
    }

    /// Closes the dialog; nothing is imported.
    pub(super) fn close(&mut self, cx: &mut Context<'_>) {
        self.stop();
        cx.tasks.stop(Some(TaskKind::Importing));
        self.reset();
    }

    /// Closes the dialog, because another document was opened or the import is done.
    pub(super) fn reset(&mut self) {
        self.number += 1;
        self.dialog = None;
    }

    /// Stops what goes on. What it brings back is not wanted any more.
    pub(super) fn stop(&mut self) {
        self.number += 1;
        let Some(dialog) = &mut self.dialog else { return };
        if let Some(work) = dialog.work.take() {
            work.work.stop();
            dialog.is_stopped |= work.is_reading;
            dialog.stage = None;
            dialog.stale_since = None;
        }
    }

    fn open(&mut self, cx: &mut Context<'_>) {
        if self.dialog.is_none() {
            self.dialog = Some(Box::default());
            self.choose(cx);
        }
    }

    fn choose(&mut self, cx: &mut Context<'_>) {
        let Some(dialog) = &mut self.dialog else { return };
        match cx.file_dialogs {
            FileDialogs::Desktop => profiles::choose_files(cx),
            FileDialogs::Field => dialog.no_desktop_dialog = true,
        }
    }

    fn add(&mut self, paths: Vec<PathBuf>, cx: &mut Context<'_>) {
        let dialog = self.dialog.get_or_insert_with(Box::default);
        dialog.faults.clear();
        dialog.stage = None;
        dialog.no_desktop_dialog |= cx.file_dialogs == FileDialogs::Field;
        self.read(paths, cx);
    }

    /// Something was said of the tables.
    fn said(&mut self, cx: &mut Context<'_>) {
        let Some(dialog) = &mut self.dialog else { return };
        dialog.stage = None;
        dialog.told = None;
        // A word that is none of those possible is told, and what was understood before stays on screen.
        dialog.fault = Profile::parse(&dialog.profile.to_ron()).err().map(|error| error.to_string());
        dialog.stale_since = Some(cx.frame.seconds);
        cx.effects.push(Effect::RepaintAfter(PAUSE as f32));
    }

    /// Reads the files anew with what was said of them, and these files besides.
    fn read(&mut self, added: Vec<PathBuf>, cx: &mut Context<'_>) {
        let Some(dialog) = &mut self.dialog else { return };
        dialog.added.extend(added);
        dialog.stale_since = None;
        dialog.is_stopped = false;
        let (files, paths, profile) = (dialog.files.clone(), dialog.added.clone(), dialog.profile.clone());
        self.begin(say!("app-task-importing"), true, cx, move |number, work| {
            ImportMessage::Read(number, Box::new(reading::read(&files, &paths, &profile, work.whole())))
        });
    }

    fn begin(
        &mut self,
        words: &'static str,
        is_reading: bool,
        cx: &mut Context<'_>,
        doing: impl FnOnce(u64, &Arc<Progress>) -> ImportMessage + Send + 'static,
    ) {
        self.number += 1;
        let number = self.number;
        let Some(dialog) = &mut self.dialog else { return };
        if let Some(before) = dialog.work.take() {
            before.work.stop();
            if before.is_reading && !is_reading {
                // It is begun anew once this is done.
                dialog.stale_since = Some(cx.frame.seconds);
            }
        }
        let work = cx.tasks.spawn(TaskKind::Importing, move |work| Message::Import(doing(number, work)));
        dialog.work = Some(ImportWork { number, words, work, is_reading });
    }

    /// The dialog, where this is the work that is waited for.
    fn take_work(&mut self, number: u64) -> Option<&mut ImportDialog> {
        let dialog = self.dialog.as_deref_mut()?;
        dialog.work.take_if(|work| work.number == number)?;
        Some(dialog)
    }

    fn make(&mut self, cx: &mut Context<'_>) {
        let Some(dialog) = self.dialog.as_deref().filter(|dialog| dialog.obstacle().is_none()) else { return };
        let Some(result) = dialog.result.clone() else { return };
        self.begin(say!("import-window-making"), false, cx, move |number, _| {
            let dataset = Arc::new(result.draft.clone().into_dataset(&result.profile));
            let base = to_ron_with(&dataset, LineEnds::Unix);
            let document = Document::untitled(say!("app-document-untitled"), dataset, History::unsaved());
            ImportMessage::Made(number, Box::new(PreparedDocument { document, base }))
        });
    }

    fn plan(&mut self, cx: &mut Context<'_>) {
        let Some(dialog) = self.dialog.as_deref().filter(|dialog| dialog.obstacle().is_none()) else { return };
        let Some(result) = dialog.result.clone() else { return };
        let dataset = Arc::clone(&cx.document.original);
        self.begin(say!("import-window-comparing"), false, cx, move |number, _| {
            ImportMessage::Planned(number, Box::new(conflicts::plan(&dataset, result.draft.clone())))
        });
    }

    fn planned(&mut self, number: u64, plan: ImportPlan, cx: &mut Context<'_>) {
        let Some(dialog) = self.take_work(number) else { return };
        let conflicts = plan.conflicts.clone();
        let is_free = conflicts.is_empty();
        let stage = ConflictStage { conflicts, answers: Vec::new(), for_all: false, plan: Arc::new(plan) };
        dialog.stage = Some(stage);
        if is_free {
            self.merge(cx);
        }
    }

    fn answer(&mut self, answer: ConflictAnswer, cx: &mut Context<'_>) {
        let Some(stage) = self.dialog.as_mut().and_then(|dialog| dialog.stage.as_mut()) else { return };
        let left = stage.conflicts.len() - stage.answers.len().min(stage.conflicts.len());
        let times = if stage.for_all { left } else { left.min(1) };
        stage.answers.extend(std::iter::repeat_n(answer, times));
        if stage.answers.len() == stage.conflicts.len() {
            self.merge(cx);
        }
    }

    fn merge(&mut self, cx: &mut Context<'_>) {
        let Some(stage) = self.dialog.as_ref().and_then(|dialog| dialog.stage.as_ref()) else { return };
        let (plan, answers) = (Arc::clone(&stage.plan), stage.answers.clone());
        self.begin(say!("import-window-adding"), false, cx, move |number, _| {
            ImportMessage::Merged(number, Box::new(plan.finish(&answers)))
        });
    }

    fn merged(&mut self, number: u64, merged: Result<AddedTables, String>, cx: &mut Context<'_>) {
        let Some(dialog) = self.take_work(number) else { return };
        match merged {
            Ok(AddedTables { edit, told }) => cx.request(Request::AddImported(Box::new(edit), told)),
            Err(sentence) => {
                dialog.stage = None;
                dialog.fault = Some(sentence);
            }
        }
    }
}

fn was_read(dialog: &mut ImportDialog, read: Result<ReadFiles, Stopped>) {
    let Ok(ReadFiles { files, faults, result }) = read else {
        dialog.is_stopped = true;
        return;
    };
    dialog.files = files;
    dialog.added.clear();
    dialog.faults.extend(faults);
    let last = result.draft.shown.len().saturating_sub(1);
    dialog.table = dialog.table.min(last);
    dialog.fault = None;
    if dialog.result.is_none()
        && let Some(first) = result.draft.tables.first()
    {
        // Not the cover of a workbook.
        let is_first = |table: &ShownTable| table.file == first.file && table.sheet == first.sheet;
        dialog.table = result.draft.shown.iter().position(is_first).unwrap_or_default();
    }
    dialog.result = (!dialog.files.is_empty()).then(|| Arc::new(result));
}

/// Shows the row that a finding names, in its table.
fn show_finding(dialog: &mut ImportDialog, nth: usize) {
    let Some(result) = dialog.result.clone() else { return };
    let Some(finding) = result.draft.findings.get(nth) else { return };
    let is_its = |file: &str, sheet: &str| {
        if sheet.is_empty() { file == finding.file } else { format!("{file} ({sheet})") == finding.file }
    };
    if let Some(table) = result.draft.shown.iter().position(|table| is_its(&table.file, &table.sheet)) {
        dialog.table = table;
    }
    let times = dialog.row.map_or(0, |(_, times)| times + 1);
    dialog.row = finding.row.map(|row| (row, times));
}
