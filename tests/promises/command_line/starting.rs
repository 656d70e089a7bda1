//! Starting: help, version, words that are off, and a window where there is no display.

use super::run;

#[test]
fn help_and_version_are_results() {
    let help = run(&["--help"]).done().out;
    for command in ["check", "table", "chart", "DATASET"] {
        assert!(help.contains(command), "{help}");
    }
    for command in ["check", "table", "chart"] {
        assert!(run(&[command, "--help"]).done().out.contains("Usage: sidebyside "), "{command}");
    }
    assert_eq!(run(&["--version"]).done().out, format!("sidebyside {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn words_that_are_off_are_told_on_standard_error() {
    for (words, told) in [
        (&["frobnicate"][..], "'frobnicate'"),
        (&["data/programmes.txt"], "ends in .ron"),
        (&["table"], "--format"),
        (&["table", "--format", "docx"], "'docx'"),
        (&["table", "data/README.md", "--format", "csv"], "ends in .ron"),
        (&["table", "--format", "csv", "--role", "targets"], "target"),
        (&["check"], "<DATASET>"),
        (&["--nonsense"], "--nonsense"),
    ] {
        let refused = run(words);
        assert_eq!((refused.code, refused.out.as_str()), (2, ""), "{words:?}");
        assert!(refused.err.contains(told), "{words:?}: {}", refused.err);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn without_a_display_the_window_says_so() {
    for words in [&[][..], &["tests/data/valid/small.ron"]] {
        let sentence = run(words).stopped(1);
        assert!(sentence.contains("no display") && sentence.contains("; "), "{sentence}");
    }
}
