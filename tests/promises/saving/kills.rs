//! A process that saves and journals is killed, at each step in turn and 200 times at random; nothing that it promised is lost.
//!
//! The process is this test program, started anew with an order in its environment. What a kill leaves unwritten the operating
//! system still writes; so none of this tests a power cut.

use std::io::{self, BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{env, fs, process, thread};

use sidebyside::recovery::{Journal, RecoveredFile, Start, recoverable};
use sidebyside::storage::{
    Backup, Content, Fingerprint, Replacing, Steps, WriteStep, backup_path, save_over, write_watched,
};
use tempfile::TempDir;

use super::{edits_in, version};

/// The order to the process that is killed: the number of the step to stop at (or "none"), and its folder.
const ORDER: &str = "SIDEBYSIDE_KILL_ORDER";

fn file_in(folder: &Path) -> PathBuf {
    folder.join("mine.ron")
}

fn data_in(folder: &Path) -> PathBuf {
    folder.join("data")
}

/// Says each step on standard output before it is made, and stops at one of them until it is killed.
#[derive(Clone)]
struct Saying {
    count: Arc<AtomicUsize>,
    stop_at: Option<usize>,
}

impl Steps for Saying {
    fn before(&mut self, step: WriteStep) -> io::Result<()> {
        let number = self.count.fetch_add(1, Ordering::SeqCst);
        println!("\nstep {number} {step:?}");
        if self.stop_at == Some(number) {
            println!("\nstopped");
            // Returns when the parent is gone, too.
            let _ = io::stdin().read_line(&mut String::new());
            process::exit(1);
        }
        Ok(())
    }
}

/// What the killed process does. Without an order it has nothing to do.
#[test]
fn the_process_that_is_killed() {
    let Ok(order) = env::var(ORDER) else { return };
    let (stop_at, folder) = order.split_once(' ').unwrap();
    let (stop_at, folder) = (stop_at.parse().ok(), Path::new(folder));
    let rounds = if stop_at.is_some() { 2 } else { u64::MAX };
    let mut steps = Saying { count: Arc::default(), stop_at };
    let path = file_in(folder);
    let mut fingerprint = Fingerprint::of_file(&path).unwrap();
    let start = Start {
        name: "mine.ron".to_owned(),
        file: Some((path.clone(), fingerprint.content())),
        base: version(0),
        ..Start::default()
    };
    let mut journal = Journal::begin_watched(&data_in(folder), start, || (), steps.clone());
    // From here on one thread waits for the other, so that the steps come in the same order in each run.
    journal.flush().unwrap();
    let edit = |journal: &mut Journal| {
        let number = journal.edits() + 1;
        journal.edit(format!("edit {number}\nof two lines"));
        journal.flush().unwrap();
        println!("\nsynced {}", journal.synced());
    };
    for _ in 0..rounds {
        edit(&mut journal);
        edit(&mut journal);
        let save = journal.saving(&path, version(journal.edits()));
        let saved = journal.edits();
        save.wait();
        let result = write_watched(save.path(), save.bytes(), Replacing::Only(&fingerprint), Backup::Keep, &mut steps);
        fingerprint = result.unwrap().fingerprint;
        println!("\nsaved {saved}");
        // An edit that comes between the save and the notice of it.
        edit(&mut journal);
        journal.saved(save);
        journal.flush().unwrap();
        edit(&mut journal);
    }
    println!("\ndone");
    let _ = io::stdin().read_line(&mut String::new());
}

/// The process, and what it says.
struct Victim {
    process: Child,
    said: BufReader<process::ChildStdout>,
    /// Kept open, so that the process waits.
    _stdin: ChildStdin,
    synced: u64,
    saved: Option<u64>,
    last_step: String,
    steps: Vec<String>,
}

impl Victim {
    fn start(folder: &Path, stop_at: Option<usize>) -> Self {
        let stop_at = stop_at.map_or("none".to_owned(), |step| step.to_string());
        let mut process = Command::new(env::current_exe().unwrap())
            .args(["--exact", "saving::kills::the_process_that_is_killed", "--nocapture", "--test-threads=1"])
            .env(ORDER, format!("{stop_at} {}", folder.display()))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let said = BufReader::new(process.stdout.take().unwrap());
        let stdin = process.stdin.take().unwrap();
        Self { process, said, _stdin: stdin, synced: 0, saved: None, last_step: String::new(), steps: Vec::new() }
    }

    /// The next thing it says; `None` at the end.
    fn next(&mut self) -> Option<String> {
        loop {
            let mut line = String::new();
            if self.said.read_line(&mut line).unwrap() == 0 {
                return None;
            }
            // A kill can cut its last line.
            let Some(line) = line.strip_suffix('\n') else { continue };
            match line.split_once(' ') {
                Some(("synced", number)) => self.synced = number.parse().unwrap(),
                Some(("saved", number)) => self.saved = Some(number.parse().unwrap()),
                Some(("step", step)) => {
                    self.last_step = line.to_owned();
                    self.steps.extend(step.split(' ').nth(1).map(str::to_owned));
                }
                _ if line == "stopped" || line == "done" => {}
                _ => continue,
            }
            return Some(line.to_owned());
        }
    }

    fn kill(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
        // What it said before it died counts.
        while self.next().is_some() {}
    }

    /// Whether everything that it promised is there.
    fn check(&self, folder: &Path) {
        let at = &self.last_step;
        let path = file_in(folder);
        let in_file = edits_in(&fs::read_to_string(&path).unwrap());
        assert!(in_file >= self.saved.unwrap_or(0), "{at}: saved {:?}, the file holds {in_file}", self.saved);
        match fs::read_to_string(backup_path(&path)) {
            Ok(backup) => assert!(edits_in(&backup) <= in_file, "{at}: the backup is the version before, whole"),
            Err(_) => assert_eq!(in_file, 0, "{at}: a file that was replaced is kept"),
        }
        let found = recoverable(&data_in(folder));
        assert_eq!(found.remarks, [""; 0], "{at}");
        assert!(found.recoveries.len() <= 1, "{at}");
        match found.recoveries.first() {
            None => assert!(in_file >= self.synced, "{at}: {} edits were synced, {in_file} are there", self.synced),
            Some(recovery) => {
                // The base is what the file holds, so that no edit is offered that is saved.
                assert_eq!(recovery.file_state(), RecoveredFile::Same, "{at}");
                assert_eq!(edits_in(recovery.base()), in_file, "{at}");
                let expected: Vec<String> = (in_file + 1..=in_file + recovery.edits())
                    .map(|number| format!("edit {number}\nof two lines"))
                    .collect();
                assert_eq!(recovery.lines(), expected, "{at}");
                assert!(in_file + recovery.edits() >= self.synced, "{at}: {} edits were synced", self.synced);
            }
        }
        // What the kill left is not in the way of the next save.
        let bytes = version(in_file + 9);
        save_over(&path, bytes.as_bytes(), &Fingerprint::of_file(&path).unwrap()).unwrap();
        assert_eq!(Content::of_file(&path).unwrap(), Content::of(bytes.as_bytes()));
        assert_eq!(edits_in(&fs::read_to_string(backup_path(&path)).unwrap()), in_file, "{at}");
    }
}

fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::write(file_in(folder.path()), version(0)).unwrap();
    folder
}

#[test]
fn a_kill_before_any_step_leaves_whole_files_and_promised_edits() {
    let mut steps = Vec::new();
    for stop_at in 0.. {
        let folder = folder();
        let mut victim = Victim::start(folder.path(), Some(stop_at));
        let last = loop {
            let said = victim.next().expect("the process works");
            if said == "stopped" || said == "done" {
                break said;
            }
        };
        victim.kill();
        victim.check(folder.path());
        if last == "done" {
            assert_eq!(victim.steps, steps, "it was killed before each of its steps");
            break;
        }
        steps.push(victim.steps.pop().unwrap());
    }
    for step in
        ["Create", "Write", "Permit", "Sync", "Ask", "LinkBackup", "RenameBackup", "Rename", "SyncFolder", "Finish"]
    {
        assert!(steps.iter().filter(|s| *s == step).count() >= 2, "{step} is among {steps:?}");
    }
    assert!(steps.contains(&"Append".to_owned()) && steps.contains(&"SyncLines".to_owned()), "{steps:?}");
}

#[test]
fn two_hundred_random_kills_leave_whole_files_and_all_promised() {
    let some = |seed: u64| {
        // The same moments in each run, as far as the process says them (xorshift).
        let mut state = seed;
        for _ in 0..100 {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            let folder = folder();
            let mut victim = Victim::start(folder.path(), None);
            for _ in 0..=state % 60 {
                victim.next().expect("the process works");
            }
            victim.kill();
            victim.check(folder.path());
        }
    };
    thread::scope(|scope| {
        scope.spawn(|| some(0x9e37_79b9_7f4a_7c15));
        scope.spawn(|| some(0x2545_f491_4f6c_dd1d));
    });
}
