//! The width of vectors, asked of the machine.

use core::cell::Cell;

thread_local! {
    static NUMBERS: Cell<usize> = const { Cell::new(2) };
}

/// Numbers in a vector that kernels of this thread use now.
pub fn width() -> usize {
    NUMBERS.get()
}

/// Sets the width for the call that follows.
pub fn set(numbers: usize) {
    NUMBERS.set(numbers);
}

/// What the machine has, but not more than `most`: 8 numbers with AVX-512, 4 with AVX2 and FMA, else 2.
pub fn possible(most: usize) -> usize {
    match machine().min(most) {
        8.. => 8,
        4..8 => 4,
        _ => 2,
    }
}

#[cfg(target_arch = "x86_64")]
fn machine() -> usize {
    let has = (is_x86_feature_detected!("avx2") && is_x86_feature_detected!("fma"))
        .then(|| is_x86_feature_detected!("avx512f") && is_x86_feature_detected!("avx512dq"));
    match has {
        Some(true) => 8,
        Some(false) => 4,
        None => 2,
    }
}

#[cfg(not(target_arch = "x86_64"))]
fn machine() -> usize {
    2
}

/// Defines a function that calls a kernel, generic in its vectors, compiled for the width of the machine.
macro_rules! dispatch {
    ($(#[$about:meta])* $reach:vis fn $name:ident($($argument:ident: $kind:ty),* $(,)?) $(-> $result:ty)? = $kernel:ident) => {
        $(#[$about])*
        #[allow(clippy::too_many_arguments)]
        $reach unsafe fn $name($($argument: $kind),*) $(-> $result)? {
            #[cfg(target_arch = "x86_64")]
            {
                use core::arch::x86_64::{__m256d, __m512d};
                #[target_feature(enable = "avx512f,avx512dq,avx2,fma")]
                unsafe fn widest($($argument: $kind),*) $(-> $result)? {
                    unsafe { $kernel::<__m512d>($($argument),*) }
                }
                #[target_feature(enable = "avx2,fma")]
                unsafe fn wide($($argument: $kind),*) $(-> $result)? {
                    unsafe { $kernel::<__m256d>($($argument),*) }
                }
                match crate::width::width() {
                    8 => return unsafe { widest($($argument),*) },
                    4 => return unsafe { wide($($argument),*) },
                    _ => {}
                }
            }
            unsafe { $kernel::<[f64; 2]>($($argument),*) }
        }
    };
}
pub(crate) use dispatch;
