//! Copy of an array into another with any strides on both sides, or addition to it.

/// Extent, strides in bytes at both ends, and room for the running index.
#[repr(C)]
pub struct Axis {
    extent: u32,
    to: u32,
    from: u32,
    index: u32,
}

/// Complex entries; `axes` lists axes from the outermost to the innermost. A stride of zero at `from` repeats entries, at `to`
/// it sums over them. With `add` entries are added to those at `to`.
pub unsafe fn transfer(to: *mut u8, from: *mut u8, rank: usize, axes: *mut u8, add: i32) {
    unsafe { entries::<2>(to, from, core::slice::from_raw_parts_mut(axes.cast(), rank), add != 0) }
}

/// The same for real entries.
pub unsafe fn real_transfer(to: *mut u8, from: *mut u8, rank: usize, axes: *mut u8, add: i32) {
    unsafe { entries::<1>(to, from, core::slice::from_raw_parts_mut(axes.cast(), rank), add != 0) }
}

unsafe fn entries<const PARTS: usize>(to: *mut u8, from: *const u8, axes: &mut [Axis], add: bool) {
    let Some((last, outer)) = axes.split_last_mut() else {
        return;
    };
    let (extent, to_stride, from_stride) = (last.extent as usize, last.to as usize, last.from as usize);
    let straight = !add && to_stride == 8 * PARTS && from_stride == 8 * PARTS;
    outer.iter_mut().for_each(|axis| axis.index = 0);
    let (mut to, mut from) = (to, from);
    loop {
        unsafe {
            if straight {
                core::ptr::copy(from, to, extent * 8 * PARTS);
            } else {
                for i in 0..extent {
                    let target = to.add(i * to_stride).cast::<[f64; PARTS]>();
                    let source = from.add(i * from_stride).cast::<[f64; PARTS]>();
                    if add {
                        for part in 0..PARTS {
                            (*target)[part] += (*source)[part];
                        }
                    } else {
                        *target = *source;
                    }
                }
            }
        }
        let mut advanced = false;
        for axis in outer.iter_mut().rev() {
            axis.index += 1;
            to = unsafe { to.add(axis.to as usize) };
            from = unsafe { from.add(axis.from as usize) };
            if axis.index < axis.extent {
                advanced = true;
                break;
            }
            to = unsafe { to.sub(axis.to as usize * axis.index as usize) };
            from = unsafe { from.sub(axis.from as usize * axis.index as usize) };
            axis.index = 0;
        }
        if !advanced {
            return;
        }
    }
}
