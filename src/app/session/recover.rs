//! Recovery: what a crash left is offered, made again edit by edit, or let go of.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::dataset::{LineEnds, load_draft};
use crate::edit::{Edit, History, from_journal_line, merge_policy_of, new_parts};
use crate::model::Dataset;
use crate::progress::{Progress, ProgressRange, Stopped};
use crate::recovery::{Claim, FileLock, Journal, RecoveredFile, Recovery, claim, recoverable};
use crate::say;
use crate::storage::{Fingerprint, system_reason};

use super::open::name_of;
use super::pending::has_unsaved;
use super::{
    ConfirmDialog, DocumentReplacement, FileSession, PendingAction, Session, SessionMessage, ShownNext, clock,
};
use crate::app::context::{Context, Request};
use crate::app::message::Message;
use crate::app::tasks::TaskKind;
use crate::app::{Document, NoticeKind};

/// Edits that can be offered back.
#[derive(Debug)]
pub struct RecoveryOffer {
    /// What the document was called.
    pub name: String,
    /// How many edits would be brought back, of what, and how the file stands, in a sentence or two.
    pub words: String,
    /// What each of these edits did, the first one first.
    pub labels: Vec<String>,
    /// When the last edit was made; `None` where that is not known.
    pub when: Option<String>,
    /// Whether it is certain that no other window has them open.
    pub is_certain: bool,
    recovery: Recovery,
}

/// An offer that was taken up: what it said, for the case that it is made again.
struct TakenUp {
    name: String,
    words: String,
    labels: Vec<String>,
    when: Option<String>,
    is_certain: bool,
}

impl RecoveryOffer {
    fn take_up(self) -> (TakenUp, Recovery) {
        let Self { name, words, labels, when, is_certain, recovery } = self;
        (TakenUp { name, words, labels, when, is_certain }, recovery)
    }
}

impl TakenUp {
    fn again(self, recovery: Recovery) -> RecoveryOffer {
        let Self { name, words, labels, when, is_certain } = self;
        RecoveryOffer { name, words, labels, when, is_certain, recovery }
    }
}

/// What came of looking for what a crash left.
pub(in crate::app) struct Looked {
    offers: Vec<RecoveryOffer>,
    /// Sentences about journals that can't be used. They are told once, because such a journal was moved aside.
    remarks: Vec<String>,
    /// Whether it was stopped, before or after it was done.
    work: Arc<Progress>,
}

/// Looks for what a crash left. Of what was not looked at when it is stopped, the next start is told.
fn look(data: &Path, work: &Arc<Progress>) -> Looked {
    let found = recoverable(data);
    let of = found.recoveries.len();
    let numbered = found.recoveries.into_iter().enumerate();
    let offers = numbered.filter_map(|(nth, recovery)| offer(recovery, work.whole().step(nth, of))).collect();
    Looked { offers, remarks: found.remarks, work: Arc::clone(work) }
}

/// What came of making edits again.
pub(in crate::app) struct Restored {
    result: Result<Rebuilt, NotRebuilt>,
    of: TakenUp,
}

/// Why edits were not made again.
enum NotRebuilt {
    /// It was stopped; what is to be made again is still there.
    Stopped(Box<Recovery>),
    /// It could not be done, in a sentence.
    Failed(String),
}

struct Rebuilt {
    dataset: Dataset,
    history: History,
    /// Whether what the edits were made on is what the file holds.
    is_file: bool,
    recovery: Recovery,
    file: Option<Base>,
    /// What a copy may be saved as, where it needs a name of its own.
    suggested: Option<PathBuf>,
}

/// The file that the edits were made on, where it is what it was.
struct Base {
    path: PathBuf,
    fingerprint: Fingerprint,
    line_ends: LineEnds,
    first_comment: Option<(usize, usize)>,
    presence: Option<FileLock>,
    is_elsewhere: bool,
}

/// What of these edits can be offered back; `None` where nothing was unsaved, and the journal goes.
fn offer(recovery: Recovery, stretch: ProgressRange<'_>) -> Option<RecoveryOffer> {
    // Of those that were folded into the base only their number is known.
    let folded = recovery.edits() - recovery.lines().len() as u64;
    // What was undone is noted as edits too, and is none to a person: the steps are counted that are unsaved after restoring,
    // also those that undo does not reach any more.
    let (labels, holds_nothing) = match replay(&recovery, History::of_all_steps(), stretch) {
        Ok((dataset, history)) => {
            let mut labels: Vec<String> = history.labels().map(str::to_owned).collect();
            labels.reverse();
            (labels, folded == 0 && !history.is_modified() && is_at_hand(&dataset, recovery.file_state()))
        }
        // It is offered at the next start.
        Err(NotReplayed::Stopped(_)) => return None,
        Err(NotReplayed::Failed(_)) => (noted(&recovery), false),
    };
    let edits = folded + labels.len() as u64;
    if holds_nothing {
        if recovery.is_certain() {
            // One that can't be removed is looked at again at the next start.
            let _ = recovery.discard();
        }
        return None;
    }
    Some(RecoveryOffer {
        name: recovery.name().to_owned(),
        words: recovery.words_of(edits),
        labels,
        when: recovery.last_edit().and_then(clock::told),
        is_certain: recovery.is_certain(),
        recovery,
    })
}

/// Whether a journal's base, without any edit, is to be had without the journal. A recovered copy and a copy of the example have
/// no file and yet something in them, and of a file that was changed since or has gone this may be all there is.
fn is_at_hand(base: &Dataset, file_state: RecoveredFile) -> bool {
    match file_state {
        RecoveredFile::Same => true,
        RecoveredFile::Untitled => *base == new_parts::dataset(say!("app-document-untitled")),
        RecoveredFile::Changed | RecoveredFile::Gone => false,
    }
}

/// What the lines say that they did, where they can't be made again.
fn noted(recovery: &Recovery) -> Vec<String> {
    let label = |line: &String| from_journal_line(line).map(|edit| edit.label);
    recovery
        .lines()
        .iter()
        .map(|line| label(line).unwrap_or_else(|_| say!("session-offer-an-edit").to_owned()))
        .collect()
}

/// Makes the edits again. Where that fails the journal is kept aside, and a sentence says where.
fn rebuild(recovery: Recovery, data: &Path, is_here: bool, stretch: ProgressRange<'_>) -> Result<Rebuilt, NotRebuilt> {
    let file = base(&recovery, data, is_here);
    // What the file holds is saved, unless edits were folded into the base.
    let is_file = file.is_some() && recovery.edits() == recovery.lines().len() as u64;
    match replay(&recovery, if is_file { History::new() } else { History::unsaved() }, stretch) {
        Ok((dataset, history)) => {
            let suggested = suggestion(&recovery);
            Ok(Rebuilt { dataset, history, is_file, recovery, file, suggested })
        }
        Err(NotReplayed::Stopped(Stopped)) => Err(NotRebuilt::Stopped(Box::new(recovery))),
        Err(NotReplayed::Failed(why)) => {
            let name = recovery.name().to_owned();
            Err(NotRebuilt::Failed(match recovery.set_aside() {
                Ok(path) => say!("session-not-rebuilt-kept", name = name, why = why, path = path.display().to_string()),
                Err(error) => say!("session-not-rebuilt-stays", name = name, why = why, fault = system_reason(&error)),
            }))
        }
    }
}

/// A name beside the file that it was, or the name alone where the folder is gone.
fn suggestion(recovery: &Recovery) -> Option<PathBuf> {
    let path = recovery.path()?;
    let name = say!("session-recovered-file-name", name = path.file_stem()?.to_string_lossy());
    Some(
        path.parent()
            .filter(|folder| folder.is_dir())
            .map_or_else(|| PathBuf::from(&name), |folder| folder.join(&name)),
    )
}

/// Why making edits again came to no end.
enum NotReplayed {
    Stopped(Stopped),
    Failed(String),
}

impl From<Stopped> for NotReplayed {
    fn from(stopped: Stopped) -> Self {
        Self::Stopped(stopped)
    }
}

fn replay(
    recovery: &Recovery,
    mut history: History,
    stretch: ProgressRange<'_>,
) -> Result<(Dataset, History), NotReplayed> {
    let loaded = load_draft(recovery.base())
        .map_err(|findings| NotReplayed::Failed(findings.first().map_or_else(String::new, ToString::to_string)))?;
    let mut dataset = loaded.dataset;
    let lines = recovery.lines();
    for (nth, line) in lines.iter().enumerate() {
        stretch.report(nth + 1, lines.len() + 1)?;
        let edit: Edit = from_journal_line(line).map_err(|error| NotReplayed::Failed(error.to_string()))?;
        history
            .replay(&mut dataset, edit, merge_policy_of(line))
            .map_err(|error| NotReplayed::Failed(error.to_string()))?;
    }
    history.end_merge();
    Ok((dataset, history))
}

fn base(recovery: &Recovery, data: &Path, is_here: bool) -> Option<Base> {
    let (path, content) = recovery.file()?;
    let fingerprint = Fingerprint::of_file(path).ok().filter(|now| now.content() == content)?;
    let loaded = load_draft(&std::fs::read_to_string(path).ok()?).ok()?;
    let claimed = if is_here { None } else { Some(claim(data, path)) };
    let is_elsewhere = matches!(claimed, Some(Claim::Elsewhere));
    let presence = match claimed {
        Some(Claim::Ours(presence)) => Some(presence),
        _ => None,
    };
    Some(Base {
        path: path.to_owned(),
        fingerprint,
        line_ends: loaded.line_ends,
        first_comment: loaded.first_comment,
        presence,
        is_elsewhere,
    })
}

impl Session {
    pub(super) fn look_for_recoveries(&mut self, cx: &mut Context<'_>) {
        let Some(data) = self.data.clone() else { return };
        cx.tasks.spawn(TaskKind::LookingForUnsaved, move |work| {
            Message::Session(SessionMessage::Looked(Box::new(look(&data, work))))
        });
    }

    pub(super) fn recovery_found(&mut self, looked: Looked, cx: &mut Context<'_>) {
        // Once it was told that it is stopped nothing is offered; let go of here, it is offered at the next start.
        if !looked.work.is_stopped() {
            self.offers = looked.offers;
        }
        for remark in looked.remarks {
            cx.notices.tell(NoticeKind::Error, remark);
        }
    }

    /// What is not restored or discarded is offered again at the next start.
    pub(super) fn leave_offers(&mut self) {
        self.offers.clear();
    }

    pub(super) fn ask_to_restore(&mut self, at: usize, cx: &mut Context<'_>) {
        match self.offers.get(at) {
            Some(offer) if !offer.is_certain => self.confirm = Some(ConfirmDialog::RestoreUncertain(at)),
            Some(_) => self.request(PendingAction::Restore(at), cx),
            None => {}
        }
    }

    pub(super) fn ask_to_discard(&mut self, at: usize) {
        if at < self.offers.len() {
            self.confirm = Some(ConfirmDialog::DiscardRecovery(at));
        }
    }

    pub(super) fn discard_recovery(&mut self, at: usize, cx: &mut Context<'_>) {
        if at >= self.offers.len() {
            return;
        }
        let offer = self.offers.remove(at);
        let name = offer.name;
        match offer.recovery.discard() {
            Ok(()) => cx.notices.tell(NoticeKind::Done, say!("session-discarded", name = name)),
            Err(error) => {
                cx.notices
                    .tell(NoticeKind::Error, say!("session-not-discarded", name = name, why = system_reason(&error)));
            }
        }
    }

    /// Makes the offered edits again; the other offers are asked about after that.
    pub(super) fn restore(&mut self, at: usize, cx: &mut Context<'_>) {
        let Some(data) = self.data.clone().filter(|_| at < self.offers.len()) else { return };
        let (of, recovery) = self.offers.remove(at).take_up();
        self.is_restoring = true;
        let is_here = recovery.path().is_some_and(|path| self.file.has_open(path));
        cx.tasks.spawn(TaskKind::Recovering, move |work| {
            let result = rebuild(recovery, &data, is_here, work.whole());
            Message::Session(SessionMessage::Restored(Box::new(Restored { result, of })))
        });
    }

    /// The thread that made edits again ended without an answer; its journal is still there, and offered at the next start.
    pub(in crate::app) fn restoring_broke_down(&mut self) {
        self.is_restoring = false;
    }

    pub(super) fn restored(&mut self, restored: Restored, cx: &mut Context<'_>) {
        self.is_restoring = false;
        let rebuilt = match restored.result {
            Ok(rebuilt) => rebuilt,
            Err(NotRebuilt::Stopped(recovery)) => {
                self.offers.push(restored.of.again(*recovery));
                return cx.notices.tell(NoticeKind::Done, say!("session-restore-stopped").to_owned());
            }
            Err(NotRebuilt::Failed(sentence)) => return cx.notices.tell(NoticeKind::Error, sentence),
        };
        if has_unsaved(cx.document, cx.elsewhere) {
            self.offers.push(restored.of.again(rebuilt.recovery));
            return cx.notices.tell(NoticeKind::Error, say!("session-not-restored").to_owned());
        }
        let (Rebuilt { dataset, history, is_file, recovery, file, suggested }, Some(data)) =
            (rebuilt, self.data.clone())
        else {
            return;
        };
        let dataset = Arc::new(dataset);
        let mut told = vec![say!("session-restored", name = recovery.name())];
        let (document, mut file_session) = if let Some(file) = file {
            let mut file_session = FileSession::of_file(&file.path, String::new(), file.fingerprint);
            // With edits in the base no state of this history was ever saved.
            file_session.saved_state = is_file.then_some(0);
            (file_session.line_ends, file_session.first_comment) = (file.line_ends, file.first_comment);
            file_session.presence =
                file.presence.or_else(|| self.file.presence.take().filter(|presence| presence.is_of(&file.path)));
            if file.is_elsewhere {
                told.push(say!("session-restored-open-elsewhere").to_owned());
            }
            let mut document = Document::untitled(name_of(&file.path), dataset, history);
            document.path = Some(file.path);
            (document, file_session)
        } else {
            let name = match recovery.file_state() {
                RecoveredFile::Untitled => recovery.name().to_owned(),
                RecoveredFile::Same | RecoveredFile::Changed | RecoveredFile::Gone => {
                    say!("session-recovered-copy-name", name = recovery.name())
                }
            };
            if recovery.file_state() != RecoveredFile::Untitled {
                told.push(say!("session-restored-copy").to_owned());
            }
            let mut file_session = FileSession::default();
            file_session.suggested = suggested;
            (Document::untitled(name, dataset, history), file_session)
        };
        let document = Document { is_recovered: true, ..document };
        let waker = cx.tasks.waker();
        file_session.resume(Journal::resume(&data, recovery, move || waker.wake()));
        let (shows, told) = (ShownNext::Editor, Some(told.join(" ")));
        cx.request(Request::Replace(Box::new(DocumentReplacement { document, file: file_session, shows, told })));
    }
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;
    use crate::app::{FileDialogs, State};
    use crate::edit::to_journal_line;
    use crate::recovery::Start;

    /// A folder with a journal of one unsaved edit, and one whose head is damaged.
    fn left_by_a_crash() -> TempDir {
        let data = TempDir::new().unwrap();
        let base = new_parts::dataset("Ours");
        let edit = Edit::facts(&base, "title", |facts| facts.title = "Theirs".to_owned()).unwrap();
        let (base, edits) = (crate::dataset::to_ron(&base), vec![to_journal_line(&edit)]);
        drop(Journal::begin(
            data.path(),
            Start { name: "mine.ron".to_owned(), base, edits, ..Start::default() },
            || (),
        ));
        std::fs::write(data.path().join("recovery/1-2-3.journal"), "no journal at all").unwrap();
        data
    }

    /// What a window tells and offers that hears what was found.
    fn heard(looked: Looked) -> (Vec<String>, usize) {
        let mut state = State::new(FileDialogs::Field);
        state.lend(|features, cx| features.session.recovery_found(looked, cx));
        (state.notices.open.iter().map(|notice| notice.text.clone()).collect(), state.session.offers.len())
    }

    #[test]
    fn a_stopped_look_keeps_the_journals_and_tells_the_damaged_one() {
        for before in [true, false] {
            let (data, work) = (left_by_a_crash(), Arc::new(Progress::default()));
            if before {
                work.stop();
            }
            let looked = look(data.path(), &work);
            // By now the thread has answered, and the window has not heard it.
            work.stop();
            let (told, offered) = heard(looked);
            assert_eq!(offered, 0, "after it was told that it is stopped");
            assert!(told.len() == 1 && told[0].contains("is damaged"), "{told:?}");
            let (told, offered) = heard(look(data.path(), &Arc::new(Progress::default())));
            assert_eq!((offered, told), (1, Vec::new()), "at the next start");
        }
    }
}
