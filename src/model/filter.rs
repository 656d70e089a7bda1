//! All of a kind, or just these: so that a list of none is never taken for a wish for all.

/// What is asked for of one kind of thing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Filter<T> {
    /// Everything.
    #[default]
    All,
    /// These alone; nothing where there are none.
    These(Vec<T>),
}

impl<T> Filter<T> {
    /// What a filter asks for that may name several: everything where it names none.
    pub fn of_named(named: Vec<T>) -> Self {
        if named.is_empty() { Self::All } else { Self::These(named) }
    }

    /// Those that are named one by one; none where everything is asked for.
    pub fn named(&self) -> &[T] {
        match self {
            Self::All => &[],
            Self::These(these) => these,
        }
    }

    /// The one that is asked for; `None` where it is everything, several or none.
    pub fn only(&self) -> Option<&T> {
        match self.named() {
            [only] => Some(only),
            _ => None,
        }
    }

    /// Asks for these too, or for these alone where everything was asked for.
    pub fn add(&mut self, more: impl IntoIterator<Item = T>) {
        match self {
            Self::All => *self = Self::These(more.into_iter().collect()),
            Self::These(these) => these.extend(more),
        }
    }

    /// Whether everything is asked for, or one of which this holds.
    pub fn any(&self, holds: impl Fn(&T) -> bool) -> bool {
        match self {
            Self::All => true,
            Self::These(these) => these.iter().any(holds),
        }
    }
}

impl<T: PartialEq> Filter<T> {
    /// Whether this one is asked for.
    pub fn asks_for(&self, one: &T) -> bool {
        self.any(|asked| asked == one)
    }
}

impl<T> From<Vec<T>> for Filter<T> {
    fn from(these: Vec<T>) -> Self {
        Self::These(these)
    }
}

impl<T> FromIterator<T> for Filter<T> {
    fn from_iter<I: IntoIterator<Item = T>>(these: I) -> Self {
        Self::These(these.into_iter().collect())
    }
}

impl<T> From<Option<T>> for Filter<T> {
    /// What a choice of one asks for: everything where none is chosen.
    fn from(chosen: Option<T>) -> Self {
        chosen.map_or(Self::All, |one| Self::These(vec![one]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_of_none_asks_for_nothing_and_a_filter_of_none_for_all() {
        assert!(!Filter::from(Vec::new()).asks_for(&1));
        assert!(Filter::of_named(Vec::new()).asks_for(&1));
        assert!(Filter::from(None).asks_for(&1));
    }

    #[test]
    fn what_is_added_to_all_is_asked_for_alone() {
        let mut asked = Filter::All;
        asked.add([1]);
        asked.add([2]);
        assert_eq!(asked, Filter::These(vec![1, 2]));
    }
}
