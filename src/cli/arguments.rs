//! The words of the command line.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::{OsStringValueParser, PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand};

use super::{CommandError, ExitStatus, Invocation};
use crate::dataset::{BuiltIn, DatasetName};
use crate::export::{Format, Preset};
use crate::model::{FigureKind, Order, Role, SeriesScale};

/// Lays the before and after of council programmes side by side, honestly.
///
/// Without a command it opens the window, on DATASET or on the built-in dataset.
#[derive(Debug, Parser)]
#[command(name = "sidebyside", version, args_conflicts_with_subcommands = true, max_term_width = 100)]
pub struct Arguments {
    /// A dataset to open in the window: a path that ends in .ron, or the word of a built-in one, `programmes` or `statistics`
    #[arg(value_name = "DATASET", value_parser = dataset_name())]
    dataset: Option<DatasetName>,
    #[command(subcommand)]
    command: Option<HeadlessCommand>,
}

/// A command that needs no window.
#[derive(Clone, Debug, PartialEq, Subcommand)]
pub enum HeadlessCommand {
    /// Say what is wrong with datasets, with file, line and column
    Check(CheckArguments),
    /// Print every outcome as a row, or the changes of official statistics
    #[command(after_help = TABLE_EXAMPLE)]
    Table(TableArguments),
    /// Save a figure
    #[command(about = format!("Save a figure as {}", Format::list_of_figures(str::to_uppercase, " or ")))]
    Chart(ChartArguments),
    /// Save every council's figures, or those of every kept view, into a folder, or the councils' pages as a booklet
    Export(ExportArguments),
    /// Make a dataset of tables of official statistics
    #[command(after_help = IMPORT_EXAMPLE)]
    Import(ImportArguments),
    /// Print every value of official statistics, of every release, as a row
    #[command(after_help = SERIES_EXAMPLE)]
    Series(SeriesArguments),
    /// Set what councils published beside what the official statistics say of it
    #[command(after_help = CLAIMS_EXAMPLE)]
    Claims(ClaimsArguments),
}

/// What stands below the help of `import`.
const IMPORT_EXAMPLE: &str =
    "Nothing is asked: what is doubtful is said on standard error, with file, row and column, and the rest goes on.

Example: sidebyside import cla_2024.csv --out looked-after.ron";

/// What stands below the help of `series`.
const SERIES_EXAMPLE: &str = "Example: sidebyside series looked-after.ron --council Leeds --format csv";

/// What stands below the help of `claims`.
const CLAIMS_EXAMPLE: &str = "A row for each pair of dates that the words of a claim allow, the nearest first. The verdict is one of: agrees, differs,
other direction, cannot be checked, not comparable. Nobody is said to be wrong: definitions, dates and revisions differ.

Example: sidebyside claims --council Leeds --format csv";

/// The words of `claims`.
#[derive(Args, Clone, Debug, PartialEq)]
pub struct ClaimsArguments {
    #[command(flatten)]
    pub table: SeriesArguments,
    /// A dataset whose official statistics are the reference, in place of the built-in ones
    #[arg(long, value_name = "STATISTICS.ron", conflicts_with = "no_reference")]
    pub reference: Option<PathBuf>,
    /// Compare with the dataset's own statistics only
    #[arg(long)]
    pub no_reference: bool,
}

/// What stands below the help of `table`.
const TABLE_EXAMPLE: &str =
    "Example: sidebyside table looked-after.ron --statistics --from 2015 --to 2024 --format csv";

/// The words of `import`.
#[derive(Args, Clone, Debug, PartialEq)]
pub struct ImportArguments {
    /// The tables: CSV, XLSX, XLS or ODS. A companion NAME.meta.csv beside NAME.csv is read with it
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// What is known of the tables: a small RON file, which the help of the application describes
    #[arg(long, value_name = "P.ron")]
    pub profile: Option<PathBuf>,
    /// A dataset that the statistics are added to
    #[arg(long, value_name = "OLD.ron")]
    pub into: Option<PathBuf>,
    /// The dataset to write
    #[arg(long, value_name = "NEW.ron", value_parser = dataset_path())]
    pub out: PathBuf,
    /// Replace the file if it is there
    #[arg(long)]
    pub force: bool,
}

/// The words of `series`.
#[derive(Args, Clone, Debug, PartialEq)]
pub struct SeriesArguments {
    /// The dataset: a path that ends in .ron, or the word of a built-in one, `programmes` or `statistics`
    #[arg(value_name = "DATASET", value_parser = dataset_name())]
    pub dataset: Option<DatasetName>,
    #[command(flatten)]
    pub filters: FilterArguments,
    /// The format of the table
    #[arg(long, value_parser = one_of([Format::Csv, Format::Json], Format::ending, Format::about_table))]
    pub format: Format,
    /// Where to write it; standard output if no file is named
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Begin CSV with a byte order mark, so that Excel reads letters such as ô and £ by double click
    #[arg(long)]
    pub bom: bool,
    /// Replace the file if it is there
    #[arg(long)]
    pub force: bool,
}

/// The words of `check`.
#[derive(Args, Clone, Debug, PartialEq)]
pub struct CheckArguments {
    /// The datasets to check
    #[arg(required = true, value_name = "DATASET")]
    pub datasets: Vec<PathBuf>,
}

/// What to select; the same filter repeated means either, different ones mean both.
#[derive(Args, Clone, Debug, Default, PartialEq)]
pub struct FilterArguments {
    /// A council or body, by id, GSS code, name or alias
    #[arg(long, value_name = "NAME")]
    pub council: Vec<String>,
    /// An indicator by id or name, or a concept with all its indicators
    #[arg(long, value_name = "NAME")]
    pub indicator: Vec<String>,
    /// A programme by id or name
    #[arg(long, value_name = "NAME")]
    pub programme: Vec<String>,
    /// A topic
    #[arg(long, value_name = "NAME")]
    pub topic: Vec<String>,
    /// A region
    #[arg(long, value_name = "NAME")]
    pub region: Vec<String>,
    /// What kind of statement: by default outcome and context for a chart, all for a table
    #[arg(long, value_parser = one_of(Role::ALL, Role::keyword, nothing))]
    pub role: Vec<Role>,
    /// Suppress counts from 1 to N (5 if no number is given) and what they could be worked out from, for public papers
    #[arg(long, value_name = "N", allow_negative_numbers = true, num_args = 0..=1, default_missing_value = "5")]
    pub suppress: Option<String>,
}

/// The view that is shown.
#[derive(Args, Clone, Debug, Default, PartialEq)]
pub struct ViewArguments {
    /// A view that is kept in the dataset, by id or name; or one as the text that the window copies
    #[arg(long, value_name = "NAME")]
    #[arg(conflicts_with_all = ["council", "indicator", "programme", "topic", "region", "role"])]
    pub view: Option<String>,
}

/// The words of `table`.
#[derive(Args, Clone, Debug, PartialEq)]
pub struct TableArguments {
    /// The dataset: a path that ends in .ron, or the word of a built-in one, `programmes` or `statistics`
    #[arg(value_name = "DATASET", value_parser = dataset_name())]
    pub dataset: Option<DatasetName>,
    #[command(flatten)]
    pub filters: FilterArguments,
    /// A row for each place and indicator of official statistics, with the change between two dates
    #[arg(long)]
    pub statistics: bool,
    /// The first date, as `series` prints it, or a year; by default the one before the second
    #[arg(long, value_name = "P", requires = "statistics")]
    pub from: Option<String>,
    /// The second date; by default the latest
    #[arg(long, value_name = "P", requires = "statistics")]
    pub to: Option<String>,
    #[command(flatten)]
    pub kept: ViewArguments,
    /// The format of the table
    #[arg(long, value_parser = one_of(Format::of_tables(), Format::ending, Format::about_table))]
    pub format: Format,
    /// Where to write it; standard output if no file is named
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Begin CSV with a byte order mark, so that Excel reads letters such as ô and £ by double click; XLSX is the file for Excel
    #[arg(long)]
    pub bom: bool,
    /// Replace the file if it is there
    #[arg(long)]
    pub force: bool,
}

/// The words of `chart`.
#[derive(Args, Clone, Debug, PartialEq)]
pub struct ChartArguments {
    /// The dataset: a path that ends in .ron, or the word of a built-in one, `programmes` or `statistics`
    #[arg(value_name = "DATASET", value_parser = dataset_name())]
    pub dataset: Option<DatasetName>,
    #[command(flatten)]
    pub filters: FilterArguments,
    #[command(flatten)]
    pub kept: ViewArguments,
    /// The kind of figure
    #[arg(long, required_unless_present = "view", conflicts_with = "view")]
    #[arg(value_parser = one_of(FigureKind::ALL, FigureKind::keyword, nothing))]
    pub kind: Option<FigureKind>,
    /// The first date at which official statistics are compared, as `series` prints it, or a year; by default the one before the second
    #[arg(long, value_name = "P", conflicts_with = "view")]
    pub from: Option<String>,
    /// The second date; by default the latest
    #[arg(long, value_name = "P", conflicts_with = "view")]
    pub to: Option<String>,
    /// What the axis of a trend counts
    #[arg(long, default_value = SeriesScale::default().keyword(), value_parser = one_of(SeriesScale::ALL, SeriesScale::keyword, SeriesScale::label))]
    #[arg(conflicts_with = "view")]
    pub axis: SeriesScale,
    /// The order of rows
    #[arg(long, default_value = Order::default().keyword(), value_parser = one_of(Order::ALL, Order::keyword, nothing))]
    #[arg(conflicts_with = "view")]
    pub order: Order,
    /// Where to write it
    #[arg(long, value_name = "FILE", help = format!("The file to write; it ends in {}", Format::list_of_figures(|ending| format!(".{ending}"), " or ")))]
    pub out: PathBuf,
    /// What it is for, in place of --width: it is laid out again for that size, with type that can be read there
    #[arg(long, value_parser = one_of(Preset::ALL, Preset::keyword, Preset::note), conflicts_with = "width")]
    pub preset: Option<Preset>,
    /// Width in points (CSS pixels), from 320 to 6000
    #[arg(long, value_name = "W", allow_negative_numbers = true, default_value_t = crate::export::figure::DEFAULT_WIDTH)]
    pub width: f32,
    /// Least height in points; a figure that needs more grows, and as PDF goes over pages where it is taller than A4 too
    #[arg(long, value_name = "H", allow_negative_numbers = true)]
    pub height: Option<f32>,
    /// Pixels a point, for PNG; without it 1, or what the preset has
    #[arg(long, value_name = "S", allow_negative_numbers = true)]
    pub scale: Option<f32>,
    /// Dots an inch, for PNG, in place of --scale; 96 are a scale of 1
    #[arg(long, value_name = "N", allow_negative_numbers = true, conflicts_with = "scale")]
    pub dpi: Option<f32>,
    /// Begin CSV with a byte order mark, so that Excel reads letters such as ô and £ by double click; XLSX is the file for Excel
    #[arg(long)]
    pub bom: bool,
    /// Replace the file if it is there
    #[arg(long)]
    pub force: bool,
}

/// The words of `export`.
#[derive(Args, Clone, Debug, PartialEq)]
pub struct ExportArguments {
    /// The dataset: a path that ends in .ron, or the word of a built-in one, `programmes` or `statistics`
    #[arg(value_name = "DATASET", value_parser = dataset_name())]
    pub dataset: Option<DatasetName>,
    #[command(flatten)]
    pub filters: FilterArguments,
    /// The figure of every view that is kept in the dataset, in place of every council's
    #[arg(long, conflicts_with_all = ["booklet", "council", "indicator", "programme", "topic", "region", "role"])]
    pub views: bool,
    /// The folder to fill, which is made if it is missing; with --booklet also the PDF to write
    #[arg(long, value_name = "DIR", required_unless_present = "booklet")]
    pub out: Option<PathBuf>,
    /// A page or more of each council in one PDF on A4, with contents, bookmarks and sources: FILE, or what --out names, which may be
    /// a folder. Put a dataset's path before it
    #[arg(long, value_name = "FILE.pdf", num_args = 0..=1)]
    #[expect(clippy::option_option, reason = "the option may be left out, and so may its file")]
    pub booklet: Option<Option<PathBuf>>,
    /// The formats
    #[arg(long, value_name = "FORMATS", value_delimiter = ',', required_unless_present = "booklet")]
    #[arg(help = format!("The formats, divided by commas: {}", Format::list_of_figures(str::to_owned, ", ")))]
    pub format: Vec<String>,
    /// What the figures are for, in place of --width: each is laid out again for that size, with type that can be read there
    #[arg(long, value_parser = one_of(Preset::ALL, Preset::keyword, Preset::note), conflicts_with = "width")]
    pub preset: Option<Preset>,
    /// Width of each figure in points (CSS pixels), from 320 to 6000
    #[arg(long, value_name = "W", allow_negative_numbers = true, default_value_t = crate::export::figure::DEFAULT_WIDTH)]
    pub width: f32,
    /// Least height of each figure in points; one that needs more grows
    #[arg(long, value_name = "H", allow_negative_numbers = true)]
    pub height: Option<f32>,
    /// Pixels a point, for PNG; without it 1, or what the preset has
    #[arg(long, value_name = "S", allow_negative_numbers = true)]
    pub scale: Option<f32>,
    /// Dots an inch, for PNG, in place of --scale; 96 are a scale of 1
    #[arg(long, value_name = "N", allow_negative_numbers = true, conflicts_with = "scale")]
    pub dpi: Option<f32>,
    /// Begin CSV with a byte order mark, so that Excel reads letters such as ô and £ by double click; XLSX is the file for Excel
    #[arg(long)]
    pub bom: bool,
    /// Replace files that are there
    #[arg(long)]
    pub force: bool,
}

/// Reads the word of one of these values. The command line takes just the words that the value's own type knows, and lists them
/// in its help and in its answer to any other.
fn one_of<T: Copy + Send + Sync + 'static>(
    values: impl IntoIterator<Item = T>,
    keyword: fn(T) -> &'static str,
    about: fn(T) -> &'static str,
) -> impl TypedValueParser<Value = T> {
    let known: Vec<T> = values.into_iter().collect();
    let words = known.iter().map(|&value| match about(value) {
        "" => PossibleValue::new(keyword(value)),
        about => PossibleValue::new(keyword(value)).help(about),
    });
    PossibleValuesParser::new(words.collect::<Vec<_>>()).try_map(move |word| {
        known.iter().copied().find(|&value| keyword(value) == word).ok_or("it is none of the words that are possible")
    })
}

/// What is said of words that say it themselves.
fn nothing<T>(_: T) -> &'static str {
    ""
}

/// A dataset by its path, or a built-in one by its word.
fn dataset_name() -> impl TypedValueParser<Value = DatasetName> {
    OsStringValueParser::new().try_map(|text: OsString| {
        let built_in = BuiltIn::ALL.into_iter().find(|which| text == *which.keyword());
        built_in.map_or_else(|| ron_path(text).map(DatasetName::File), |which| Ok(DatasetName::BuiltIn(which)))
    })
}

/// A dataset's path ends in `.ron`, so that a misspelt command is not taken for one. It need not be UTF-8.
fn dataset_path() -> impl TypedValueParser<Value = PathBuf> {
    OsStringValueParser::new().try_map(ron_path)
}

fn ron_path(text: OsString) -> Result<PathBuf, &'static str> {
    let path = PathBuf::from(text);
    if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("ron")) {
        Ok(path)
    } else {
        Err("it is neither a command nor a dataset (a path that ends in .ron); see --help")
    }
}

/// Reads the arguments, the program's name first.
///
/// # Errors
/// A [`CommandError`]: with [`ExitStatus::Done`] for help and version, whose sentence goes to standard output, else with the sentence
/// that says which word is off.
pub fn parse(words: impl IntoIterator<Item = OsString>) -> Result<Invocation, CommandError> {
    match Arguments::try_parse_from(words) {
        Ok(arguments) => Ok(match arguments.command {
            Some(command) => Invocation::Command(Box::new(command)),
            None => Invocation::Window(arguments.dataset),
        }),
        Err(error) => {
            let ending = if error.use_stderr() { ExitStatus::Misworded } else { ExitStatus::Done };
            let rendered = error.render().to_string();
            let sentence = match ending {
                ExitStatus::Misworded => one_sentence(&rendered),
                ExitStatus::Done | ExitStatus::Failed => rendered.trim_end().to_owned(),
            };
            Err(CommandError { ending, sentence })
        }
    }
}

/// The parser's paragraphs as one sentence: what is off, what is possible, and where to look.
fn one_sentence(rendered: &str) -> String {
    let parts: Vec<&str> = rendered
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with("For more information") && !line.starts_with("Usage:"))
        .map(|line| line.strip_prefix("error: ").or_else(|| line.strip_prefix("tip: ")).unwrap_or(line))
        .collect();
    let sentence = parts.join(" ");
    if sentence.ends_with("--help") { sentence } else { format!("{sentence}; see --help") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentence(words: &[&str]) -> CommandError {
        parse(words.iter().map(OsString::from)).unwrap_err()
    }

    #[test]
    fn a_misworded_command_is_answered_in_one_sentence() {
        let stop = sentence(&["sidebyside", "chart", "--kind", "pie", "--out", "x.svg"]);
        assert_eq!(stop.ending, ExitStatus::Misworded);
        assert!(!stop.sentence.contains('\n'), "{}", stop.sentence);
        assert!(stop.sentence.contains("'pie'") && stop.sentence.contains("both") && stop.sentence.contains("--help"));
    }

    #[test]
    fn help_is_a_result_and_not_an_error() {
        assert_eq!(sentence(&["sidebyside", "--help"]).ending, ExitStatus::Done);
        assert_eq!(sentence(&["sidebyside", "--version"]).ending, ExitStatus::Done);
    }
}
