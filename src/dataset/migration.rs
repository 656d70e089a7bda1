//! From an older version of the format to the latest, one pure step after the other.
//!
//! Each step returns a sentence that the user sees. There is only version 1 so far, and so the list of steps is empty; the
//! machinery is tested with planted steps, so that the first real one has only its own work to do.

use super::version::Versioned;

/// One step, from a version to the next.
pub(super) struct Step<T> {
    /// The version it starts from; it leads to the next.
    pub(super) from: u32,
    /// Does the work, and says in a sentence what was changed.
    pub(super) apply: fn(T) -> (T, String),
}

/// Every step, in order.
pub(super) const STEPS: &[Step<Versioned>] = &[];

/// Takes every step that starts at or after the version `from`.
///
/// Returns the document in the latest version, and what was changed on the way, one sentence a step.
pub(super) fn migrate<T>(document: T, from: u32, steps: &[Step<T>]) -> (T, Vec<String>) {
    steps.iter().filter(|step| step.from >= from).fold((document, Vec::new()), |(document, mut sentences), step| {
        let (document, sentence) = (step.apply)(document);
        sentences.push(sentence);
        (document, sentences)
    })
}

#[cfg(test)]
mod tests {
    use super::super::version::LATEST;
    use super::*;

    const PLANTED: &[Step<Vec<u32>>] = &[
        Step { from: 1, apply: |d| ([d, vec![2]].concat(), "Version 2 tells places.".to_owned()) },
        Step { from: 2, apply: |d| ([d, vec![3]].concat(), "Version 3 tells dates.".to_owned()) },
    ];

    #[test]
    fn an_old_file_takes_every_step_in_order_and_each_is_told() {
        let (document, sentences) = migrate(vec![1], 1, PLANTED);
        assert_eq!(document, [1, 2, 3]);
        assert_eq!(sentences, ["Version 2 tells places.", "Version 3 tells dates."]);
    }

    #[test]
    fn a_newer_file_takes_only_the_steps_that_are_left() {
        assert_eq!(migrate(vec![2], 2, PLANTED), (vec![2, 3], vec!["Version 3 tells dates.".to_owned()]));
        assert_eq!(migrate(vec![3], 3, PLANTED), (vec![3], vec![]));
    }

    #[test]
    fn the_steps_lead_from_version_1_to_the_latest_without_a_gap() {
        let from: Vec<u32> = STEPS.iter().map(|step| step.from).collect();
        assert_eq!(from, (1..LATEST).collect::<Vec<_>>());
    }
}
