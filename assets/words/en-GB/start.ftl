### Why no window could be opened, told where the application was started from. The command line says them too, so they begin small and have no full stop.

start-no-keyboard-library = the window needs the library libxkbcommon-x11, which is not installed; install it (Debian, Ubuntu: sudo apt install libxkbcommon-x11-0) or use the command line (sidebyside --help)
start-no-display = there is no display to open a window on; set DISPLAY, start with ./run, which brings a display of its own, or use the command line (sidebyside --help)
start-display = the display could not be used ({ $why }); check that DISPLAY names a running X server and that libx11-6, libx11-xcb1, libxcursor1 and libxi6 are installed, or use the command line (sidebyside --help)
start-graphics = this machine's graphics cannot draw the window (wgpu: { $wgpu }; OpenGL: { $opengl }); update the graphics driver (Debian, Ubuntu: sudo apt install libegl1 libgl1-mesa-dri) or use the command line (sidebyside --help)

# What wgpu or OpenGL said, where it is this application that says it.
start-no-adapter = no graphics adapter was found
start-no-usable-adapter = { $n ->
    [one] the graphics adapter can't show a window
   *[other] none of { $n } graphics adapters can show a window
 }
start-no-configuration = no usable configuration
start-no-reason = no reason given
