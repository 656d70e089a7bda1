//! The paths that a file names: its imports, and the paths in its code and types.

use syn::visit::{self, Visit};
use syn::{Attribute, Item, Token, UseTree, punctuated::Punctuated};

/// A path, or the name of a method with its dot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// Its parts, from the crate: `crate`, `model`, `View`.
    pub parts: Vec<String>,
    /// Whether it stands in code for tests.
    pub in_tests: bool,
}

/// Every path that a file names, and every method that it calls. `room` is the file's own place below `src`, for `self` and
/// `super`.
pub fn paths(text: &str, place: &[String]) -> Vec<Named> {
    let file = syn::parse_file(text).expect("the file is Rust");
    let mut reader = Reader { found: Vec::new(), place: place.to_vec(), in_tests: false };
    reader.visit_file(&file);
    reader.found
}

/// The modules that a file declares for tests only, as places below `src`.
pub fn modules_for_tests(text: &str, place: &[String]) -> Vec<Vec<String>> {
    let file = syn::parse_file(text).expect("the file is Rust");
    let declared = file.items.iter().filter_map(|item| match item {
        Item::Mod(module) if module.content.is_none() && is_for_tests(&module.attrs) => Some(module.ident.to_string()),
        _ => None,
    });
    declared.map(|name| place.iter().cloned().chain([name]).collect()).collect()
}

struct Reader {
    found: Vec<Named>,
    place: Vec<String>,
    in_tests: bool,
}

impl Reader {
    fn add(&mut self, parts: Vec<String>) {
        let parts = self.absolute(parts);
        self.found.push(Named { parts, in_tests: self.in_tests });
    }

    /// `super::x` in `src/a/b.rs` is `crate::a::x`.
    fn absolute(&self, parts: Vec<String>) -> Vec<String> {
        let mut place = self.place.clone();
        let mut rest = parts.as_slice();
        match rest.first().map(String::as_str) {
            Some("self") => rest = &rest[1..],
            Some("super") => {
                while rest.first().is_some_and(|p| p == "super") {
                    place.pop();
                    rest = &rest[1..];
                }
            }
            _ => return parts,
        }
        std::iter::once("crate".to_owned()).chain(place).chain(rest.iter().cloned()).collect()
    }

    fn tree(&mut self, tree: &UseTree, before: &mut Vec<String>) {
        match tree {
            UseTree::Path(path) => {
                before.push(path.ident.to_string());
                self.tree(&path.tree, before);
                before.pop();
            }
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.tree(tree, before)),
            UseTree::Name(name) => self.end(before, &name.ident.to_string()),
            UseTree::Rename(rename) => self.end(before, &rename.ident.to_string()),
            UseTree::Glob(_) => self.end(before, "*"),
        }
    }

    fn end(&mut self, before: &[String], last: &str) {
        let mut parts = before.to_vec();
        parts.push(last.to_owned());
        self.add(parts);
    }
}

fn is_for_tests(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|a| {
        a.path().is_ident("test")
            || (a.path().is_ident("cfg") && a.parse_args::<syn::Ident>().is_ok_and(|i| i == "test"))
    })
}

fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Mod(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Const(item) => &item.attrs,
        _ => &[],
    }
}

impl<'ast> Visit<'ast> for Reader {
    fn visit_item(&mut self, item: &'ast Item) {
        let outside = self.in_tests;
        self.in_tests |= is_for_tests(attributes(item));
        visit::visit_item(self, item);
        self.in_tests = outside;
    }

    fn visit_item_mod(&mut self, module: &'ast syn::ItemMod) {
        self.place.push(module.ident.to_string());
        visit::visit_item_mod(self, module);
        self.place.pop();
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.tree(&item.tree, &mut Vec::new());
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.add(path.segments.iter().map(|s| s.ident.to_string()).collect());
        visit::visit_path(self, path);
    }

    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        self.found.push(Named { parts: vec![format!(".{}()", call.method)], in_tests: self.in_tests });
        visit::visit_expr_method_call(self, call);
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        self.add(call.path.segments.iter().map(|s| s.ident.to_string()).chain(["!".to_owned()]).collect());
        // Most macros take expressions: format!, vec!, matches!, write!.
        if let Ok(expressions) = call.parse_body_with(Punctuated::<syn::Expr, Token![,]>::parse_terminated) {
            for expression in &expressions {
                self.visit_expr(expression);
            }
        }
    }
}
