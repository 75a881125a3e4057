//! Calls from JavaScript by node-api: numbers come in, addresses in the memory to which the functions are bound, and arrays of
//! JavaScript, which are read and written where they lie. The functions are bound to a width of vectors, too: it stands in the lowest bits of the beginning of the memory, which is that of a page.

use core::ffi::{CStr, c_void};
use core::ptr::{null, null_mut};
use napi_sys::{napi_callback, napi_env, napi_value};

/// An argument of a call.
#[derive(Clone, Copy)]
pub struct Value {
    env: napi_env,
    value: napi_value,
}

impl Value {
    /// The number that it is, 0 if it is none.
    unsafe fn number(self) -> f64 {
        let mut number = 0.0;
        unsafe { napi_sys::napi_get_value_double(self.env, self.value, &mut number) };
        number
    }
}

/// What is read from an argument.
pub trait Argument {
    /// The argument as it was given, in a memory that begins at `base`.
    unsafe fn of(given: Value, base: *mut u8) -> Self;
}

impl Argument for f64 {
    unsafe fn of(given: Value, _: *mut u8) -> Self {
        unsafe { given.number() }
    }
}
impl Argument for i32 {
    unsafe fn of(given: Value, _: *mut u8) -> Self {
        unsafe { given.number() as i64 as i32 }
    }
}
impl Argument for usize {
    unsafe fn of(given: Value, _: *mut u8) -> Self {
        unsafe { given.number() as usize }
    }
}
impl Argument for *mut u8 {
    unsafe fn of(given: Value, base: *mut u8) -> Self {
        unsafe { base.add(given.number() as usize) }
    }
}
impl Argument for *mut f64 {
    unsafe fn of(given: Value, base: *mut u8) -> Self {
        unsafe { base.add(given.number() as usize).cast() }
    }
}

/// The numbers of a Float64Array, where they lie.
#[derive(Clone, Copy)]
pub struct Floats(pub *mut f64);

impl Argument for Floats {
    unsafe fn of(given: Value, _: *mut u8) -> Self {
        Self(unsafe { bytes_of(given.env, given.value).cast() })
    }
}

/// Where the numbers of an array of JavaScript lie, in bytes, for kernels of other threads that run while it waits.
pub unsafe fn address_of(Floats(array): Floats) -> f64 {
    array as usize as f64
}

/// The beginning of the memory, for kernels whose records hold addresses; no argument of the call.
pub struct Base(pub *mut u8);

impl Argument for Base {
    unsafe fn of(_: Value, base: *mut u8) -> Self {
        Self(base)
    }
}

/// What is handed back.
pub trait Returned {
    fn number(self) -> Option<f64>;
}
impl Returned for () {
    fn number(self) -> Option<f64> {
        None
    }
}
impl Returned for f64 {
    fn number(self) -> Option<f64> {
        Some(self)
    }
}
impl Returned for i32 {
    fn number(self) -> Option<f64> {
        Some(f64::from(self))
    }
}

/// The bits of the width.
const WIDTH: usize = 15;

/// The arguments of a call, missing ones as undefined, and the beginning of the memory.
pub unsafe fn arguments<const COUNT: usize>(
    env: napi_env,
    info: napi_sys::napi_callback_info,
) -> ([Value; COUNT], *mut u8) {
    let mut values = [null_mut(); COUNT];
    let mut base: *mut c_void = null_mut();
    let mut count = COUNT;
    unsafe { napi_sys::napi_get_cb_info(env, info, &mut count, values.as_mut_ptr(), null_mut(), &mut base) };
    crate::width::set(base as usize & WIDTH);
    (values.map(|value| Value { env, value }), base.map_addr(|address| address & !WIDTH).cast())
}

/// A number for JavaScript, or undefined.
pub unsafe fn returned(env: napi_env, result: Option<f64>) -> napi_value {
    let mut value = null_mut();
    if let Some(number) = result {
        unsafe { napi_sys::napi_create_double(env, number, &mut value) };
    }
    value
}

/// Adds a function to an object, bound to a memory and to a width of vectors.
pub unsafe fn define(
    env: napi_env,
    object: napi_value,
    name: &CStr,
    function: napi_callback,
    (base, width): (*mut u8, usize),
) {
    let mut value = null_mut();
    unsafe {
        let data = base.map_addr(|address| address | width).cast();
        napi_sys::napi_create_function(env, null(), 0, function, data, &mut value);
        napi_sys::napi_set_named_property(env, object, name.as_ptr(), value);
    }
}

/// Address of the bytes of a typed array, null for anything else.
pub unsafe fn bytes_of(env: napi_env, array: napi_value) -> *mut u8 {
    let mut data: *mut c_void = null_mut();
    let (mut kind, mut length, mut offset) = (0, 0, 0);
    let mut buffer = null_mut();
    unsafe {
        napi_sys::napi_get_typedarray_info(env, array, &mut kind, &mut length, &mut data, &mut buffer, &mut offset);
    }
    data.cast()
}

/// Defines the functions of a table: their names in JavaScript, the kernels, and the kinds of their arguments.
macro_rules! table {
    ($($name:literal = $kernel:path: ($($kind:ty),*);)*) => {
        /// Adds all kernels, bound to the memory that begins at an address and to a width of vectors, to an object.
        pub unsafe fn define_kernels(
            env: napi_sys::napi_env,
            object: napi_sys::napi_value,
            bound: (*mut u8, usize),
        ) {
            $({
                #[allow(unused_mut, unused_variables)]
                unsafe extern "C" fn call(
                    env: napi_sys::napi_env,
                    info: napi_sys::napi_callback_info,
                ) -> napi_sys::napi_value {
                    const COUNT: usize = <[&str]>::len(&[$(stringify!($kind)),*]);
                    let (given, base) = unsafe { $crate::call::arguments::<COUNT>(env, info) };
                    let mut next = given.into_iter();
                    let result = unsafe {
                        $kernel($(<$kind as $crate::call::Argument>::of(next.next().unwrap_unchecked(), base)),*)
                    };
                    unsafe { $crate::call::returned(env, $crate::call::Returned::number(result)) }
                }
                unsafe { $crate::call::define(env, object, $name, Some(call), bound) };
            })*
        }
    };
}
pub(crate) use table;
