//! How much the window does for an input: frames until it rests, and shapes in the last of them. No seconds, which differ by machine.

use std::time::Duration;

use super::*;
use egui::{Event, Shape};
use sidebyside::app::Tab;

/// The length of a frame, in seconds.
const FRAME: f64 = 1.0 / 60.0;

/// A window that asks for no frame sooner than this rests.
const RESTS: Duration = Duration::from_secs(1);

/// No input needs more frames than this; a window that draws for ever ends here.
const ENDLESS: usize = 200;

/// One input, and what it may cost.
struct Input {
    name: &'static str,
    /// Brings the window to where the input comes.
    before: fn(&mut Window),
    events: fn(&Window) -> Vec<Event>,
    /// Whether the input did what it is for.
    done: fn(&Window) -> bool,
    /// The most frames until the window rests.
    frames: usize,
    /// The most shapes in the last frame.
    shapes: usize,
}

/// What each input may cost on the built-in dataset: what it costs today and a little more. Who has to raise a number says why.
const INPUTS: [Input; 8] = [
    Input { name: "nothing at all", before: |_| {}, events: |_| Vec::new(), done: |_| true, frames: 0, shapes: 370 },
    Input {
        name: "the pointer over a row of the list",
        before: |_| {},
        events: |window| {
            let row = window.row("Camden");
            vec![Event::PointerMoved(window.node(Role::ListBoxOption, &row).rect().center())]
        },
        done: |window| window.names(Role::Label).contains(&window.row("Camden")),
        frames: 7,
        shapes: 370,
    },
    Input {
        name: "an arrow key in the list",
        before: |window| window.go_to("Leeds"),
        events: |_| key(Modifiers::NONE, Key::ArrowDown),
        done: |window| !window.is_on(Role::ListBoxOption, &window.row("Leeds")),
        frames: 5,
        shapes: 290,
    },
    Input {
        name: "a letter in the search",
        before: |window| window.click(Role::TextInput, SEARCH),
        events: |_| vec![Event::Text("w".to_owned())],
        done: |window| window.listed().len() < window.state().document.dataset.councils.len(),
        frames: 4,
        shapes: 370,
    },
    Input {
        name: "the dialog that saves a figure",
        before: |window| window.click(Role::Button, "Compare fostering enquiries"),
        events: |_| key(Modifiers::COMMAND, Key::E),
        done: |window| window.has(Role::Button, "Save"),
        frames: 7,
        shapes: 320,
    },
    Input {
        name: "the palette",
        before: |_| {},
        events: |_| key(Modifiers::COMMAND, Key::K),
        done: |window| window.has(Role::TextInput, keyboard::FIND),
        frames: 6,
        shapes: 430,
    },
    Input {
        name: "the room of comparisons",
        before: |_| {},
        events: |_| key(Modifiers::COMMAND, Key::Num2),
        done: |window| window.state().views.room == Tab::Compare,
        frames: 5,
        shapes: 350,
    },
    Input {
        name: "the table",
        before: |_| {},
        events: |_| key(Modifiers::COMMAND, Key::Num5),
        done: |window| window.state().views.room == Tab::Table,
        frames: 5,
        shapes: 370,
    },
];

fn key(modifiers: Modifiers, key: Key) -> Vec<Event> {
    vec![Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }]
}

/// The shapes that paint something.
fn painting(shape: &Shape) -> usize {
    match shape {
        Shape::Noop => 0,
        Shape::Vec(shapes) => shapes.iter().map(painting).sum(),
        _ => 1,
    }
}

/// How long the window rests, as far as it knows.
fn rest(window: &Window) -> Duration {
    let viewports = window.harness.output().viewport_output.values();
    viewports.map(|viewport| viewport.repaint_delay).min().unwrap_or(Duration::MAX)
}

/// The frames that the window draws for an input as a screen with sixty frames a second shows them, and the shapes of the last one.
fn cost(input: &Input) -> (usize, usize) {
    let mut window = Window::open();
    (input.before)(&mut window);
    let mut frames = Frames { now: window.harness.ctx.input(|input| input.time), drawn: 0 };
    // Whatever came before is over.
    frames.draw(&mut window, Vec::new());
    frames.settle(&mut window);
    frames.drawn = 0;
    let events = (input.events)(&window);
    if !events.is_empty() {
        frames.draw(&mut window, events);
    }
    frames.settle(&mut window);
    assert!((input.done)(&window), "{} does nothing", input.name);
    (frames.drawn, window.harness.output().shapes.iter().map(|clipped| painting(&clipped.shape)).sum())
}

/// The frames that were drawn, and the time.
struct Frames {
    now: f64,
    drawn: usize,
}

impl Frames {
    fn draw(&mut self, window: &mut Window, events: Vec<Event>) {
        self.now += rest(window).as_secs_f64().clamp(FRAME, RESTS.as_secs_f64());
        let input = window.harness.input_mut();
        input.time = Some(self.now);
        input.events.extend(events);
        window.harness.step();
        self.drawn += 1;
    }

    /// Draws until nothing asks for a frame any more and nothing works in the background.
    fn settle(&mut self, window: &mut Window) {
        while self.drawn < ENDLESS {
            if window.state().busy().is_some() {
                window.harness.state_mut().state.finish();
            } else if rest(window) >= RESTS {
                return;
            }
            self.draw(window, Vec::new());
        }
    }
}

#[test]
fn no_input_costs_more_frames_and_shapes_than_it_may() {
    let mut faults = Vec::new();
    for input in &INPUTS {
        let (frames, shapes) = cost(input);
        if frames > input.frames || shapes > input.shapes {
            let Input { name, frames: most, shapes: most_shapes, .. } = input;
            faults.push(format!("{name}: {frames} frames of at most {most}, {shapes} shapes of at most {most_shapes}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
