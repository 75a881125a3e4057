//! The kernels of bulkweave's engine in native code, a node-api module: `attach(bytes, widest)` gives a table of them, bound to the
//! memory of a typed array on shared memory, in which all addresses are. Names and arguments are those of the WebAssembly
//! kernels in assembly/*.ts.

mod batch_eigen;
mod batch_pairs;
mod batch_qr;
mod batch_singular;
mod batch_tridiagonal;
mod batches;
mod call;
mod decompositions;
mod environments;
mod exponential;
mod flips;
mod gemm;
mod krylov;
mod lanes;
#[cfg(target_arch = "x86_64")]
mod lanes_x86;
mod limits;
mod one_qubit;
mod product;
mod program;
mod side;
mod side_memory;
mod stage;
mod transfer;
mod two_qubit;
mod width;
mod word;

use call::{Argument, Base, Floats};
use core::ptr::null_mut;
use napi_sys::{napi_callback_info, napi_env, napi_value};

call::table! {
    c"gemmScratch" = gemm::scratch_bytes: ();
    c"gemm" = product::gemm: (
        usize, usize, usize, *mut u8, usize, usize, i32, *mut u8, usize, usize, i32, *mut u8, i32, *mut u8
    );
    c"gemmBatch" = product::gemm_batch: (
        usize, usize, usize, usize, *mut u8, usize, usize, i32, *mut u8, usize, usize, i32, *mut u8, *mut u8
    );
    c"realGemmBatch" = product::real_gemm_batch: (
        usize, usize, usize, usize, *mut u8, usize, usize, *mut u8, usize, usize, *mut u8, *mut u8
    );
    c"runProduct" = product::run_product: (*mut u8, *mut u8, Base);
    c"runProducts" = program::run_products: (*mut u8, usize, usize, *mut u8, *mut u8, i32, f64, *mut u8);
    c"runBatch" = batches::run_batch: (*mut u8, usize, Base);
    c"batchScratch" = batches::batch_scratch: (usize, usize, i32);
    c"runEnvironments" = environments::run_environments: (*mut u8, *mut u8, Base);
    c"gatherEnvironments" = environments::gather_environments: (*mut f64, *mut f64, usize, usize, usize);
    c"addressOf" = call::address_of: (Floats);
    c"transfer" = transfer::transfer: (*mut u8, *mut u8, usize, *mut u8, i32);
    c"realTransfer" = transfer::real_transfer: (*mut u8, *mut u8, usize, *mut u8, i32);
    c"runStage" = stage::run_stage: (*mut u8, *mut u8, Base);
    c"applyOne" = one_qubit::apply_one: (*mut f64, usize, usize, *mut f64);
    c"applyTwo" = two_qubit::apply_two: (*mut f64, usize, usize, usize, *mut f64);
    c"rotateWord" = word::rotate_word: (*mut f64, usize, usize, usize, i32, f64, f64);
    c"rotateWordBackward" = word::rotate_word_backward: (
        *mut f64, *mut f64, usize, usize, usize, i32, f64, f64
    );
    c"flipAct" = flips::flip_act: (*mut f64, *mut f64, *mut f64, usize, *mut u8, *mut u8, usize, f64);
    c"flipSeries" = flips::flip_series: (
        *mut f64, *mut f64, usize, *mut u8, *mut u8, usize, f64, f64, f64, usize, *mut f64
    );
    c"flipMove" = flips::flip_move: (
        *mut f64, *mut f64, *mut f64, *mut f64, *mut f64, usize, *mut u8, *mut u8, usize
    );
    c"flipCollect" = flips::flip_collect: (
        *mut f64, *mut f64, *mut f64, usize, *mut u8, *mut u8, usize, f64
    );
    c"flipCollectBoth" = flips::flip_collect_both: (
        *mut f64, *mut f64, *mut f64, *mut f64, *mut f64, usize, *mut u8, *mut u8, usize
    );
    c"exponentiate" = exponential::exponentiate: (*mut u8, usize, *mut f64, *mut f64, *mut f64, *mut f64);
    c"exponentiateBack" = exponential::exponentiate_back: (*mut u8, usize, *mut f64, *mut f64, *mut f64, *mut f64);
    c"project" = krylov::project: (*mut f64, *mut f64, usize, usize, usize, *mut f64);
    c"combine" = krylov::combine: (*mut f64, *mut f64, usize, usize, usize, *mut f64);
    c"orthonormaliseRows" = decompositions::orthonormalise_rows: (*mut f64, usize, usize, *mut f64);
    c"arithmetic" = limits::arithmetic: (usize);
    c"rescale" = limits::rescale: (*mut f64, usize, f64);
    c"multiply" = product::multiply: (Floats, Floats, Floats, usize, usize, usize, i32, i32, i32, *mut u8);
    c"singularValues" = decompositions::singular_values: (Floats, usize, usize, Floats, Floats, Floats);
    c"realSingularValues" = decompositions::real_singular_values: (Floats, usize, usize, Floats, Floats, Floats);
    c"hermitianEigen" = decompositions::hermitian_eigen: (Floats, usize, Floats, Floats);
    c"symmetricEigen" = decompositions::symmetric_eigen: (Floats, usize, Floats, Floats);
    c"qr" = decompositions::qr: (Floats, usize, usize, Floats, Floats);
}

/// attach(bytes, widest): the kernels, bound to the memory of a typed array, with at most `widest` numbers in a vector.
unsafe extern "C" fn attach(env: napi_env, info: napi_callback_info) -> napi_value {
    let (mut count, mut arguments, mut object) = (2, [null_mut(); 2], null_mut());
    let mut widest = 0;
    unsafe {
        napi_sys::napi_get_cb_info(env, info, &mut count, arguments.as_mut_ptr(), null_mut(), null_mut());
        napi_sys::napi_get_value_uint32(env, arguments[1], &mut widest);
        let base = call::bytes_of(env, arguments[0]);
        if base.is_null() {
            return null_mut();
        }
        napi_sys::napi_create_object(env, &mut object);
        define_kernels(env, object, (base, width::possible(widest as usize)));
    }
    object
}

/// width(most): how many numbers vectors have, at most so many.
unsafe extern "C" fn width_of(env: napi_env, info: napi_callback_info) -> napi_value {
    let ([most], base) = unsafe { call::arguments::<1>(env, info) };
    unsafe { call::returned(env, Some(width::possible(usize::of(most, base)) as f64)) }
}

/// # Safety
/// Called by Node when the module is loaded.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn napi_register_module_v1(env: napi_env, exports: napi_value) -> napi_value {
    unsafe {
        let _ = napi_sys::setup();
        call::define(env, exports, c"attach", Some(attach), (null_mut(), 0));
        call::define(env, exports, c"width", Some(width_of), (null_mut(), 0));
    }
    exports
}
