//! The few colours of a drawing as a palette: a picture of at most 256 is a third of the bytes before it is packed, and exact.
//!
//! Pictures that let light through, and those of more colours, have none.

use tiny_skia::Pixmap;

/// The most colours of an indexed picture.
const MOST: usize = 256;

/// Places of the table that finds a colour; a power of two well above [`MOST`], so that searches stay short.
const PLACES: usize = 1024;

/// A picture as numbers of colours.
pub(super) struct Indexed {
    /// Red, green and blue of each colour, in the order in which the colours first occur.
    pub palette: Vec<u8>,
    /// The number of each pixel's colour, row by row.
    pub pixels: Vec<u8>,
}

/// The picture by its colours; `None` where it has more than 256, or lets light through.
pub(super) fn indexed(pixmap: &Pixmap) -> Option<Indexed> {
    let mut found = ColourIndex { places: vec![None; PLACES], palette: Vec::with_capacity(3 * MOST) };
    let columns = usize::try_from(pixmap.width()).ok()?;
    let all = pixmap.data().as_chunks::<4>().0;
    let mut pixels: Vec<u8> = Vec::with_capacity(all.len());
    let mut above: &[[u8; 4]] = &[];
    for line in all.chunks_exact(columns.max(1)) {
        // Most lines are like the one above, and most pixels of the others like the one before.
        if line == above {
            pixels.extend_from_within(pixels.len() - columns..);
            continue;
        }
        above = line;
        let mut rest = line;
        while let Some(first @ [red, green, blue, alpha]) = rest.first() {
            if *alpha != u8::MAX {
                return None;
            }
            let index = found.index([*red, *green, *blue])?;
            let alike = alike(rest, *first);
            pixels.resize(pixels.len() + alike, index);
            rest = rest.get(alike..)?;
        }
    }
    Some(Indexed { palette: found.palette, pixels })
}

/// How many pixels at the beginning have this colour. Asked of 16 at a time, which is one comparison for the processor.
fn alike(pixels: &[[u8; 4]], colour: [u8; 4]) -> usize {
    let (sixteens, _) = pixels.as_chunks::<16>();
    let whole = 16 * sixteens.iter().take_while(|sixteen| **sixteen == [colour; 16]).count();
    let rest = pixels.get(whole..).unwrap_or_default();
    whole + rest.iter().take_while(|pixel| **pixel == colour).count()
}

/// The colours found, and where each is looked up.
struct ColourIndex {
    places: Vec<Option<([u8; 3], u8)>>,
    palette: Vec<u8>,
}

impl ColourIndex {
    /// The number of a colour, a new one where it has none yet; `None` where there are too many.
    fn index(&mut self, colour: [u8; 3]) -> Option<u8> {
        let [red, green, blue] = colour.map(usize::from);
        let mut place = (red * 31 + green * 17 + blue * 7) % PLACES;
        loop {
            match self.places.get_mut(place)? {
                Some((known, index)) if *known == colour => return Some(*index),
                Some(_) => place = (place + 1) % PLACES,
                free => {
                    let index = u8::try_from(self.palette.len() / 3).ok()?;
                    *free = Some((colour, index));
                    self.palette.extend(colour);
                    return Some(index);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tiny_skia::{ColorU8, Pixmap};

    fn picture(colours: &[[u8; 4]]) -> Pixmap {
        let mut pixmap = Pixmap::new(u32::try_from(colours.len()).unwrap(), 1).unwrap();
        for (pixel, [r, g, b, a]) in pixmap.pixels_mut().iter_mut().zip(colours) {
            *pixel = ColorU8::from_rgba(*r, *g, *b, *a).premultiply();
        }
        pixmap
    }

    #[test]
    fn every_pixel_keeps_its_colour() {
        let colours: Vec<[u8; 4]> = (0..=255_u8).map(|n| [n, n.wrapping_mul(3), 255 - n, 255]).collect();
        let twice: Vec<_> = colours.iter().chain(colours.iter().rev()).copied().collect();
        let Indexed { palette, pixels } = indexed(&picture(&twice)).unwrap();
        assert_eq!(palette.len(), 3 * 256);
        for (colour, index) in twice.iter().zip(pixels) {
            assert_eq!(palette[3 * usize::from(index)..][..3], colour[..3]);
        }
    }

    #[test]
    fn more_colours_or_light_that_comes_through_have_no_palette() {
        let mut colours: Vec<[u8; 4]> = (0..=255).map(|n| [n, 0, 0, 255]).collect();
        colours.push([0, 1, 0, 255]);
        assert!(indexed(&picture(&colours)).is_none());
        assert!(indexed(&picture(&[[0, 0, 0, 128]])).is_none());
    }
}
