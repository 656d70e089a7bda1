//! The few colours of a drawing as a palette: a picture of at most 256 is a third of the bytes before it is packed, and exact.
//!
//! Pictures that let light through, and those of more colours, have none.

use resvg::tiny_skia::Pixmap;

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
    let mut found = Found { places: vec![None; PLACES], palette: Vec::with_capacity(3 * MOST) };
    let mut pixels = Vec::with_capacity(pixmap.pixels().len());
    let (mut last, mut last_index) = ([0; 3], None);
    for pixel in pixmap.data().as_chunks::<4>().0 {
        let [red, green, blue, u8::MAX] = *pixel else { return None };
        let colour = [red, green, blue];
        // Most pixels are like the one before.
        let index = match last_index {
            Some(index) if colour == last => index,
            _ => found.index(colour)?,
        };
        (last, last_index) = (colour, Some(index));
        pixels.push(index);
    }
    Some(Indexed { palette: found.palette, pixels })
}

/// The colours found, and where each is looked up.
struct Found {
    places: Vec<Option<([u8; 3], u8)>>,
    palette: Vec<u8>,
}

impl Found {
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
    use resvg::tiny_skia::{ColorU8, Pixmap};

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
