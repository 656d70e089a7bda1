//! A long piece of work seen from both sides: how far it is, and whether it is to stop.
//!
//! Whoever does the work tells of it step by step and ends with [`Stopped`] where it is told to stop; whoever waits for it reads
//! how far it is, from another thread, and may stop it. It knows nothing of the work itself, of threads or of a window.

use std::ops::Range;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use thiserror::Error;

use crate::say;

/// A long piece of work.
#[derive(Debug)]
pub struct Progress {
    stop: AtomicBool,
    /// The bits of the share that is done.
    share: AtomicU32,
    /// The share at which it stops by itself.
    most: f32,
}

impl Default for Progress {
    fn default() -> Self {
        Self::up_to(f32::INFINITY)
    }
}

/// It was stopped by whoever waited for it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Error)]
#[error("{}", say!("work-stopped"))]
pub struct Stopped;

impl Progress {
    /// A piece of work that stops by itself at its next step once this share of it is done, from 0 to 1: so it can be tried how it
    /// ends in the middle, whatever else the machine does.
    pub fn up_to(share: f32) -> Self {
        Self { stop: AtomicBool::new(false), share: AtomicU32::new(0), most: share }
    }

    /// Asks it to stop; it does so at its next step.
    pub fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }

    /// Whether it was asked to stop.
    pub fn is_stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }

    /// How much of it is done, from 0 to 1; 0 also where it does not tell.
    pub fn share(&self) -> f32 {
        f32::from_bits(self.share.load(Ordering::Relaxed))
    }

    /// All of it, to be handed to whoever does it.
    pub fn whole(&self) -> ProgressRange<'_> {
        ProgressRange { work: self, from: 0.0, length: 1.0 }
    }

    /// For a part whose progress is not told, and which stops with the rest: one of several that run at the same time.
    pub fn without_progress(&self) -> ProgressRange<'_> {
        ProgressRange { work: self, from: 0.0, length: 0.0 }
    }
}

/// A part of a piece of work: what one of its steps may tell of without knowing the others.
#[derive(Clone, Copy, Debug)]
pub struct ProgressRange<'w> {
    work: &'w Progress,
    from: f32,
    /// 0 where nothing is told.
    length: f32,
}

impl<'w> ProgressRange<'w> {
    /// The part of it between two shares, each from 0 to 1.
    #[must_use]
    pub fn part(self, shares: Range<f32>) -> ProgressRange<'w> {
        let from = self.from + self.length * shares.start;
        ProgressRange { from, length: self.length * (shares.end - shares.start), ..self }
    }

    /// The part of it that is the step `nth`, from 0, of so many equal ones.
    #[must_use]
    pub fn step(self, nth: usize, of: usize) -> ProgressRange<'w> {
        let of = of.max(1) as f32;
        self.part(nth as f32 / of..(nth + 1) as f32 / of)
    }

    /// So much of it is done.
    ///
    /// # Errors
    /// [`Stopped`] where it is to stop.
    pub fn report(self, done: usize, of: usize) -> Result<(), Stopped> {
        if self.work.is_stopped() {
            return Err(Stopped);
        }
        if self.length > 0.0 {
            let share = self.from + self.length * (done as f32 / of.max(1) as f32).min(1.0);
            // Never back: a step that is done a second time does not undo the first.
            let share = share.max(self.work.share()).min(1.0);
            self.work.share.store(share.to_bits(), Ordering::Relaxed);
            if share >= self.work.most {
                self.work.stop();
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_tells_of_the_whole_and_never_goes_back() {
        let work = Progress::default();
        let second = work.whole().part(0.5..1.0);
        second.step(1, 2).report(1, 2).unwrap();
        assert!((work.share() - 0.875).abs() < 1e-6);
        second.report(0, 1).unwrap();
        assert!((work.share() - 0.875).abs() < 1e-6);
        work.without_progress().part(0.0..1.0).report(1, 1).unwrap();
        assert!((work.share() - 0.875).abs() < 1e-6, "what runs beside others tells nothing");
        second.report(3, 2).unwrap();
        assert!((work.share() - 1.0).abs() < 1e-6, "no more than all of it");
    }

    #[test]
    fn work_up_to_a_share_ends_at_the_step_behind_it() {
        let work = Progress::up_to(0.5);
        let told: Vec<_> = (1..=4).map(|nth| work.whole().report(nth, 4).is_ok()).collect();
        assert_eq!(told, [true, true, false, false]);
        assert!((work.share() - 0.5).abs() < 1e-6, "nothing is told once it is stopped");
    }

    #[test]
    fn every_part_stops_with_the_whole() {
        let work = Progress::default();
        let part = work.whole().part(0.2..0.4);
        work.stop();
        assert_eq!(part.report(1, 2), Err(Stopped));
        assert_eq!(work.without_progress().report(1, 2), Err(Stopped));
        assert!(work.share() <= 0.0);
    }
}
