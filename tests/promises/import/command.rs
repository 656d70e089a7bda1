//! `import`, `series` and `table --statistics`, as a script runs them.

use std::fs;
use std::path::Path;
use std::process::Command;

struct Ran {
    code: i32,
    out: String,
    err: String,
}

fn run(folder: &Path, words: &[&str]) -> Ran {
    let output = Command::new(env!("CARGO_BIN_EXE_sidebyside")).args(words).current_dir(folder).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap().replace("\r\n", "\n");
    Ran { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
}

const TABLE: &str = "new_la_code,la_name,number Mar2015,number Mar2016\nE08000035,Leeds,1267,1239\nE06000014,York,x,0.5\nE92000001,England,69470,70400\n";

#[test]
fn a_table_becomes_a_dataset_that_can_be_printed() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("cla.csv"), TABLE).unwrap();
    let made = run(folder.path(), &["import", "cla.csv", "--out", "new.ron"]);
    assert_eq!(made.code, 0, "{}", made.err);
    assert!(
        made.out.starts_with("new.ron: 1 statistics of 1 indicators, 3 places; 5 numbers, 1 symbols"),
        "{}",
        made.out
    );
    assert!(made.err.contains("cla.csv:3: “x” in 1 cells: taken as suppressed"), "{}", made.err);
    let series =
        run(folder.path(), &["series", "new.ron", "--council", "Leeds", "--council", "York", "--format", "csv"]);
    assert_eq!(
        series.out,
        "place,gss,indicator,unit,period,value,reason,source,release,locator\n\
         Leeds,E08000035,\"Number, March\",number,2015-03,1267,,cla.csv,cla,cla.csv:2\n\
         Leeds,E08000035,\"Number, March\",number,2016-03,1239,,cla.csv,cla,cla.csv:2\n\
         York,E06000014,\"Number, March\",number,2015-03,,suppressed,cla.csv,cla,cla.csv:3\n\
         York,E06000014,\"Number, March\",number,2016-03,0.5,,cla.csv,cla,cla.csv:3\n"
    );
    let words = ["table", "new.ron", "--statistics", "--from", "2015", "--to", "2016-03", "--format", "csv"];
    let pairs = run(folder.path(), &words);
    let leeds = pairs.out.lines().find(|line| line.starts_with("Leeds")).unwrap();
    assert!(
        leeds
            .starts_with("Leeds,E08000035,\"Number, March\",number,not stated,2015-03,1267,,2016-03,1239,,-28,-2.2099"),
        "{leeds}"
    );
    let york = pairs.out.lines().find(|line| line.starts_with("York")).unwrap();
    assert!(york.contains(",2015-03,,suppressed,2016-03,0.5,,,,"), "{york}");
    let json = run(folder.path(), &["series", "new.ron", "--format", "json"]);
    let rows: Vec<serde_json::Value> = serde_json::from_str(&json.out).unwrap();
    assert_eq!((rows.len(), &rows[0]["value"]), (6, &serde_json::json!(1267)));
}

#[test]
fn nothing_is_written_where_nothing_is_made_or_a_file_is_there() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("words.csv"), "a,b\nc,d\n").unwrap();
    let none = run(folder.path(), &["import", "words.csv", "--out", "new.ron"]);
    assert_eq!(none.code, 1, "{}", none.err);
    assert!(none.err.contains("nothing was made") && !folder.path().join("new.ron").exists(), "{}", none.err);
    fs::write(folder.path().join("cla.csv"), TABLE).unwrap();
    fs::write(folder.path().join("new.ron"), "mine").unwrap();
    let there = run(folder.path(), &["import", "cla.csv", "--out", "new.ron"]);
    assert_eq!((there.code, fs::read_to_string(folder.path().join("new.ron")).unwrap().as_str()), (1, "mine"));
    assert_eq!(run(folder.path(), &["import", "cla.csv", "--out", "new.ron", "--force"]).code, 0);
    for words in
        [vec!["import", "cla.csv"], vec!["import", "--out", "a.ron"], vec!["import", "cla.csv", "--out", "a.csv"]]
    {
        assert_eq!(run(folder.path(), &words).code, 2, "{words:?}");
    }
    let missing = run(folder.path(), &["import", "none.csv", "--out", "a.ron"]);
    assert!(missing.code == 1 && missing.err.contains("none.csv can't be read"), "{}", missing.err);
}

#[test]
fn a_second_release_is_added_and_a_missing_date_is_named() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("cla.csv"), TABLE).unwrap();
    let later = TABLE.replace("Mar2016", "Mar2017").replace("1267", "1268");
    fs::write(folder.path().join("later.csv"), later).unwrap();
    assert_eq!(run(folder.path(), &["import", "cla.csv", "--out", "new.ron"]).code, 0);
    let added = run(folder.path(), &["import", "later.csv", "--into", "new.ron", "--out", "new.ron"]);
    assert_eq!(added.code, 0, "{}", added.err);
    let series = run(folder.path(), &["series", "new.ron", "--council", "leeds", "--format", "csv"]);
    let values: Vec<&str> = series.out.lines().skip(1).map(|line| line.split(',').nth(6).unwrap()).collect();
    assert_eq!(values, ["1268", "1267", "1239", "1239"], "of each date the newest release first: {}", series.out);
    let words = ["table", "new.ron", "--statistics", "--from", "2012", "--format", "csv"];
    let none = run(folder.path(), &words);
    assert_eq!(none.code, 2);
    assert!(none.err.contains("no figures for \"2012\"; it has 2015-03, 2016-03, 2017-03"), "{}", none.err);
}

#[test]
fn official_releases_stay_and_own_counts_are_suppressed() {
    let folder = tempfile::tempdir().unwrap();
    let text = "year,council,children\n2019,Leeds,3\n2020,Leeds,40\n";
    fs::write(folder.path().join("own.csv"), text).unwrap();
    fs::write(folder.path().join("ogl.ron"), r#"(release: (licence: "Open Government Licence v3.0"))"#).unwrap();
    run(folder.path(), &["import", "own.csv", "--out", "own.ron"]);
    run(folder.path(), &["import", "own.csv", "--profile", "ogl.ron", "--out", "official.ron"]);
    let shown = |file| run(folder.path(), &["series", file, "--suppress", "5", "--format", "csv"]).out;
    assert!(
        shown("own.ron").contains(",2019,,suppressed,") && shown("own.ron").contains(",2020,40,"),
        "{}",
        shown("own.ron")
    );
    assert!(shown("official.ron").contains(",2019,3,,"));
}
