//! Opening the window on whatever graphics the machine has, and keeping a record if the program breaks.
//!
//! Council laptops are often reached over remote desktops that offer OpenGL 1.1 and nothing better, and servers have no display
//! at all. So wgpu is tried first, then OpenGL in the same process; each way it can fail is one sentence with the fix. What
//! stands in the window is not known here.

use std::backtrace::Backtrace;
use std::error::Error;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Cursor, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{env, panic};

use eframe::egui_wgpu::{WgpuConfiguration, WgpuSetup, WgpuSetupCreateNew};
use eframe::{App, CreationContext, NativeOptions, Renderer};
use egui::{Context, IconData, ViewportBuilder, ViewportCommand};
use sidebyside::say;
use thiserror::Error;
use wgpu::{Adapter, Backend, DeviceType, Surface};

/// What the window is called.
const TITLE: &str = "Side by Side";

/// The size the window opens at, in points; egui makes it smaller on a smaller screen.
const OPENING_SIZE: [f32; 2] = [1280.0, 720.0];

/// The smallest size that the window is made with, in points: it fits a screen of 1366 by 768 at 200%. What the screen leaves room for is
/// known once the window stands, and asked for then.
const SMALLEST_SIZE: [f32; 2] = [480.0, 320.0];

/// The longest the record of panics may grow before it is begun anew, in bytes.
const LONGEST_LOG: u64 = 1_000_000;

/// Where the window stood the last time, in points of the screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WindowPlace {
    /// From the left and the upper edge of the screen.
    pub position: [f32; 2],
    /// Width and height; egui makes it smaller on a smaller screen.
    pub size: [f32; 2],
    /// Whether it filled the screen.
    pub maximised: bool,
}

/// Why no window could be opened.
#[derive(Debug, Error)]
pub enum StartError {
    /// Linux: the library that reads the keyboard under X11 is missing. Without this check the window library would panic.
    #[error("{}", say!("start-no-keyboard-library"))]
    KeyboardLibrary,
    /// Linux: no X display is named.
    #[error("{}", say!("start-no-display"))]
    NoDisplay,
    /// The display is named but cannot be used.
    #[error("{}", say!("start-display", why = .0.as_str()))]
    Display(String),
    /// Neither of the two ways to draw works here.
    #[error("{}", say!("start-graphics", wgpu = wgpu.as_str(), opengl = opengl.as_str()))]
    Graphics {
        /// What wgpu said.
        wgpu: String,
        /// What OpenGL said.
        opengl: String,
    },
    /// The application itself could not start.
    #[error("{0}")]
    App(Box<dyn Error + Send + Sync>),
}

/// Opens the window, where it stood the last time, and returns when it is closed. `make_app` may be called twice: once for each way to draw.
///
/// # Errors
/// There is no display or no usable graphics, a library is missing, or `make_app` failed.
pub fn open_window(
    place: Option<WindowPlace>,
    make_app: impl Fn(&CreationContext<'_>) -> Result<Box<dyn App>, Box<dyn Error + Send + Sync>>,
) -> Result<(), StartError> {
    look_for_display()?;
    let wgpu = match run(Renderer::Wgpu, place, &make_app) {
        Err(eframe::Error::Wgpu(fault)) => fault.to_string(),
        other => return other.map_err(|fault| explained(fault, "")),
    };
    run(Renderer::Glow, place, &make_app).map_err(|fault| explained(fault, &wgpu))
}

fn run(
    renderer: Renderer,
    place: Option<WindowPlace>,
    make_app: impl Fn(&CreationContext<'_>) -> Result<Box<dyn App>, Box<dyn Error + Send + Sync>>,
) -> eframe::Result {
    let mut viewport = placed(ViewportBuilder::default().with_title(TITLE).with_app_id("sidebyside"), place);
    // A window without its icon is still a window.
    if let Ok(icon) = icon() {
        viewport = viewport.with_icon(icon);
    }
    let options = NativeOptions {
        viewport,
        renderer,
        // Without this the event loop ends the process, and a second attempt could not be made.
        run_and_return: true,
        // The layout must not depend on the fonts of the machine.
        system_font_fallback: false,
        wgpu_options: WgpuConfiguration { wgpu_setup: wgpu_setup(), ..WgpuConfiguration::default() },
        ..NativeOptions::default()
    };
    let begin = |context: &CreationContext<'_>| {
        fill_when_shown(&context.egui_ctx, place);
        make_app(context)
    };
    eframe::run_native(TITLE, options, Box::new(begin))
}

/// Where the window filled the screen asks for that again after the first frame: until then it is hidden, and managers of X11 windows
/// do not hear what a hidden one asks for.
fn fill_when_shown(ctx: &Context, place: Option<WindowPlace>) {
    if place.is_some_and(|place| place.maximised) {
        ctx.send_viewport_cmd(ViewportCommand::Maximized(true));
    }
}

/// With the size and the place of the last time. Where it filled the screen the place is left out: a window that is moved is not
/// maximised any more.
fn placed(viewport: ViewportBuilder, place: Option<WindowPlace>) -> ViewportBuilder {
    let viewport =
        viewport.with_inner_size(OPENING_SIZE).with_min_inner_size(SMALLEST_SIZE).with_clamp_size_to_monitor_size(true);
    let Some(WindowPlace { position, size: [width, height], maximised }) = place else { return viewport };
    let [least_width, least_height] = SMALLEST_SIZE;
    let viewport = viewport.with_inner_size([width.max(least_width), height.max(least_height)]);
    if maximised { viewport.with_maximized(true) } else { viewport.with_position(position) }
}

/// Chooses the adapter ourselves: egui-wgpu would take one that cannot present to the window, and panic.
fn wgpu_setup() -> WgpuSetup {
    let choose = |adapters: &[Adapter], surface: Option<&Surface<'_>>| {
        let usable = adapters
            .iter()
            .filter(|adapter| surface.is_none_or(|surface| !surface.get_capabilities(adapter).formats.is_empty()));
        let best = usable.min_by_key(|adapter| {
            let info = adapter.get_info();
            rank(info.device_type, info.backend)
        });
        best.cloned().ok_or_else(|| match adapters {
            [] => say!("start-no-adapter").to_owned(),
            some => say!("start-no-usable-adapter", n = some.len()),
        })
    };
    WgpuSetup::CreateNew(WgpuSetupCreateNew {
        native_adapter_selector: Some(Arc::new(choose)),
        ..WgpuSetupCreateNew::without_display_handle()
    })
}

/// The order of preference, least first: real hardware that saves the battery, then any hardware, then software. Among equals,
/// the machine's own interface comes before OpenGL.
fn rank(device: DeviceType, backend: Backend) -> (u8, u8) {
    let device = match device {
        DeviceType::IntegratedGpu => 0,
        DeviceType::DiscreteGpu => 1,
        DeviceType::VirtualGpu => 2,
        DeviceType::Other => 3,
        DeviceType::Cpu => 4,
    };
    (device, u8::from(backend == Backend::Gl))
}

/// Says what went wrong in the words of the person at the desk; `wgpu` is what the first attempt said.
fn explained(fault: eframe::Error, wgpu: &str) -> StartError {
    #[expect(clippy::wildcard_enum_match_arm, reason = "which errors of eframe there are depends on its features")]
    match fault {
        eframe::Error::AppCreation(inner) => StartError::App(inner),
        eframe::Error::Winit(inner) => StartError::Display(one_line(&inner.to_string())),
        eframe::Error::WinitEventLoop(inner) => StartError::Display(one_line(&inner.to_string())),
        // Its own words hold a whole configuration.
        eframe::Error::NoGlutinConfigs(..) => {
            StartError::Graphics { wgpu: one_line(wgpu), opengl: say!("start-no-configuration").to_owned() }
        }
        other => StartError::Graphics { wgpu: one_line(wgpu), opengl: one_line(&other.to_string()) },
    }
}

/// Drivers like to speak in paragraphs, and winit names its own source file first: "os error at FILE.rs:LINE: the fault". Only
/// the fault is of use to the reader.
fn one_line(text: &str) -> String {
    let line = text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or(say!("start-no-reason"));
    let fault = line.split_once(".rs:").and_then(|(_, rest)| rest.split_once(": ")).map_or(line, |(_, fault)| fault);
    fault.trim_end_matches('.').to_owned()
}

/// Looks for what the window library would panic or stumble over. Only the X11 feature is built in, so a Wayland desktop is
/// reached through its X server (`XWayland`), which names itself in DISPLAY too.
#[cfg(all(unix, not(target_os = "macos")))]
fn look_for_display() -> Result<(), StartError> {
    if env::var_os("DISPLAY").is_none_or(|display| display.is_empty()) {
        return Err(StartError::NoDisplay);
    }
    let found = xkbcommon_dl::xkbcommon_option().is_some() && xkbcommon_dl::x11::xkbcommon_x11_option().is_some();
    if found { Ok(()) } else { Err(StartError::KeyboardLibrary) }
}

#[cfg(not(all(unix, not(target_os = "macos"))))]
fn look_for_display() -> Result<(), StartError> {
    Ok(())
}

/// The icon of the window.
fn icon() -> Result<IconData, png::DecodingError> {
    let mut reader = png::Decoder::new(Cursor::new(include_bytes!("../assets/icon.png"))).read_info()?;
    let mut rgba = vec![0; reader.output_buffer_size().unwrap_or_default()];
    let frame = reader.next_frame(&mut rgba)?;
    rgba.truncate(frame.buffer_size());
    Ok(IconData { rgba, width: frame.width, height: frame.height })
}

/// From now on a panic leaves a record in the user's own data folder, and says on standard error where it is.
///
/// Returns the file that records would go to; `None` where there is no such folder, and then panics only print.
pub fn install_panic_log(folder: Option<PathBuf>) -> Option<PathBuf> {
    let path = folder?.join("panic.log");
    let (log, before) = (path.clone(), panic::take_hook());
    panic::set_hook(Box::new(move |panic| {
        before(panic);
        let backtrace = Backtrace::force_capture();
        let now = jiff::Timestamp::now();
        let entry = format!("{now} sidebyside {}\n{panic}\n{backtrace}\n\n", env!("CARGO_PKG_VERSION"));
        // Whatever goes wrong here can only be told; a panic within the hook would end the program at once.
        let said = match append(&log, &entry) {
            Ok(()) => format!("Side by Side has broken down; a record that helps to fix it is in {}", log.display()),
            Err(fault) => {
                format!("Side by Side has broken down; its record could not be written ({fault}): {}", log.display())
            }
        };
        drop(writeln!(io::stderr(), "{said}"));
    }));
    Some(path)
}

/// Adds an entry to the record, and begins it anew when it has grown too long.
fn append(log: &Path, entry: &str) -> io::Result<()> {
    if let Some(folder) = log.parent() {
        fs::create_dir_all(folder)?;
    }
    let overgrown = fs::metadata(log).is_ok_and(|data| data.len() > LONGEST_LOG);
    let mut file =
        if overgrown { File::create(log)? } else { OpenOptions::new().create(true).append(true).open(log)? };
    file.write_all(entry.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_icon_is_the_drawing_beside_it() {
        let drawing = usvg::Tree::from_str(include_str!("../assets/icon.svg"), &usvg::Options::default()).unwrap();
        let mut pixmap = tiny_skia::Pixmap::new(256, 256).unwrap();
        resvg::render(&drawing, tiny_skia::Transform::identity(), &mut pixmap.as_mut());
        let painted: Vec<u8> = pixmap
            .pixels()
            .iter()
            .map(tiny_skia::PremultipliedColorU8::demultiply)
            .flat_map(|color| [color.red(), color.green(), color.blue(), color.alpha()])
            .collect();
        let icon = icon().unwrap();
        assert_eq!((icon.width, icon.height), (256, 256));
        // Processors may round a shade differently.
        let differs = icon.rgba.iter().zip(&painted).any(|(a, b)| a.abs_diff(*b) > 2);
        assert!(icon.rgba.len() == painted.len() && !differs, "paint assets/icon.png anew from assets/icon.svg");
    }

    #[test]
    fn a_window_that_filled_the_screen_does_again_and_nowhere_else() {
        let place = WindowPlace { position: [40.0, 50.0], size: [1000.0, 700.0], maximised: true };
        let opened = placed(ViewportBuilder::default(), Some(place));
        assert_eq!((opened.maximized, opened.position), (Some(true), None), "a position would end it");
        let opened = placed(ViewportBuilder::default(), Some(WindowPlace { maximised: false, ..place }));
        assert_eq!((opened.maximized, opened.position), (None, Some(egui::pos2(40.0, 50.0))));
    }

    #[test]
    fn a_window_that_filled_the_screen_asks_for_it_when_it_is_shown() {
        for maximised in [true, false] {
            let ctx = Context::default();
            fill_when_shown(&ctx, Some(WindowPlace { position: [0.0, 0.0], size: [800.0, 600.0], maximised }));
            let mut frame = ctx.run_ui(egui::RawInput::default(), |_| {});
            // Nothing is painted here.
            frame.textures_delta.clear();
            let asked = &frame.viewport_output[&egui::ViewportId::ROOT].commands;
            assert_eq!(asked.contains(&ViewportCommand::Maximized(true)), maximised);
        }
    }

    #[test]
    fn the_smallest_window_fits_a_laptop_at_twice_the_scale() {
        for place in [None, Some(WindowPlace { position: [0.0, 0.0], size: [99_999.0, 1.0], maximised: false })] {
            let opened = placed(ViewportBuilder::default(), place);
            let least = opened.min_inner_size.unwrap();
            assert!(least.x <= 1366.0 / 2.0 && least.y + 40.0 <= 768.0 / 2.0, "{least}, in points");
            assert_eq!(opened.clamp_size_to_monitor_size, Some(true));
        }
    }

    #[test]
    fn hardware_precedes_software_and_its_own_interface_opengl() {
        let mut order = [
            rank(DeviceType::Cpu, Backend::Vulkan),
            rank(DeviceType::DiscreteGpu, Backend::Vulkan),
            rank(DeviceType::IntegratedGpu, Backend::Gl),
            rank(DeviceType::IntegratedGpu, Backend::Dx12),
        ];
        order.sort_unstable();
        assert_eq!(order, [(0, 0), (0, 1), (1, 0), (4, 0)]);
    }

    #[test]
    fn each_fault_is_one_sentence_with_its_fix() {
        let graphics = explained(
            eframe::Error::OpenGL("Failed to compile shader\n\n  line 2".to_owned().into()),
            "no graphics adapter was found",
        );
        for fault in
            [StartError::KeyboardLibrary, StartError::NoDisplay, StartError::Display("refused".to_owned()), graphics]
        {
            let sentence = fault.to_string();
            assert!(!sentence.contains('\n') && sentence.contains("or use the command line"), "{sentence}");
        }
    }

    #[test]
    fn the_source_files_of_others_are_left_out_of_our_sentences() {
        assert_eq!(one_line("os error at /a/b.rs:788: Failed to open connection."), "Failed to open connection");
        assert_eq!(one_line("\n  no adapter\nmore"), "no adapter");
    }

    #[test]
    fn a_fault_of_the_application_is_told_in_its_own_words() {
        let fault = explained(eframe::Error::AppCreation("the dataset is empty".into()), "");
        assert_eq!(fault.to_string(), "the dataset is empty");
    }

    #[test]
    fn records_are_added_until_the_log_is_too_long() {
        let folder = tempfile::tempdir().unwrap();
        let log = folder.path().join("data/panic.log");
        append(&log, "one\n").unwrap();
        append(&log, "two\n").unwrap();
        assert_eq!(fs::read_to_string(&log).unwrap(), "one\ntwo\n");
        fs::write(&log, vec![b' '; 1_000_001]).unwrap();
        append(&log, "three\n").unwrap();
        assert_eq!(fs::read_to_string(&log).unwrap(), "three\n");
    }
}
