//! The two dates at which official statistics are compared.

use crate::compare::statistic_pairs::{DateOffer, DateStep};
use crate::model::Period;

use crate::app::Views;

/// What can be done with the dates of the concept in Compare.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DatesAction {
    /// Compare these two.
    Choose(Period, Period),
    /// Move one of them by one date.
    Step(DateStep),
    /// Compare the latest two again.
    Latest,
}

impl Views {
    /// Carries it out; gives whether the dates are others now.
    pub(in crate::app) fn update_dates(&mut self, action: DatesAction) -> bool {
        let before = self.dates.clone();
        match action {
            DatesAction::Choose(from, to) => self.dates.choose(&self.concept, from, to),
            DatesAction::Step(step) => {
                if let Some((from, to)) = self.pages.dates.as_ref().and_then(|offer| offer.stepped(step)) {
                    let (from, to) = (from.clone(), to.clone());
                    self.dates.choose(&self.concept, from, to);
                }
            }
            DatesAction::Latest => self.dates.forget(&self.concept),
        }
        self.dates != before
    }

    /// The dates that the concept in Compare offers; `None` where it has no statistics.
    pub fn date_offer(&self) -> Option<&DateOffer> {
        self.pages.dates.as_ref()
    }
}
