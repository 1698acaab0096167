// SPDX-License-Identifier: GPL-3.0-or-later
// Two doubles that are computed side by side: SSE2 where the compiler has it, two plain doubles elsewhere. Every operation is
// the IEEE one of its lane, so a recurrence written for a template parameter V gives the same bits for V = double and for a
// lane of Pack. Used only inside modules/analytics; any thread.
#pragma once

#include <cmath>
#include <cstddef>

#if defined(__SSE2__) || defined(_M_X64)
#define RIALTO_PACK_SSE2 1
#include <emmintrin.h>
#endif

namespace rialto::analytics {

#ifdef RIALTO_PACK_SSE2
struct Pack {
    __m128d v;
    Pack() : v(_mm_setzero_pd()) {}
    Pack(__m128d value) : v(value) {}
    Pack(double value) : v(_mm_set1_pd(value)) {}
    Pack(double first, double second) : v(_mm_set_pd(second, first)) {}
    double first() const { return _mm_cvtsd_f64(v); }
    double second() const { return _mm_cvtsd_f64(_mm_unpackhi_pd(v, v)); }
    static Pack pair(const double* p) { return _mm_loadu_pd(p); }
    void storePair(double* p) const { _mm_storeu_pd(p, v); }
    void storeApart(double* p, std::size_t stride) const
    {
        _mm_storel_pd(p, v);
        _mm_storeh_pd(p + stride, v);
    }
};
inline Pack operator+(Pack a, Pack b) { return _mm_add_pd(a.v, b.v); }
inline Pack operator-(Pack a, Pack b) { return _mm_sub_pd(a.v, b.v); }
inline Pack operator*(Pack a, Pack b) { return _mm_mul_pd(a.v, b.v); }
inline Pack operator/(Pack a, Pack b) { return _mm_div_pd(a.v, b.v); }
inline Pack larger(Pack a, Pack b) { return _mm_max_pd(a.v, b.v); }
inline Pack smaller(Pack a, Pack b) { return _mm_min_pd(a.v, b.v); }
inline Pack root(Pack a) { return _mm_sqrt_pd(a.v); }
inline Pack magnitude(Pack a) { return _mm_andnot_pd(_mm_set1_pd(-0.0), a.v); }
/// x where a > b, else y.
inline Pack whereGreater(Pack a, Pack b, Pack x, Pack y)
{
    const __m128d mask = _mm_cmpgt_pd(a.v, b.v);
    return _mm_or_pd(_mm_and_pd(mask, x.v), _mm_andnot_pd(mask, y.v));
}
#else
struct Pack {
    double a = 0, b = 0;
    Pack() = default;
    Pack(double value) : a(value), b(value) {}
    Pack(double one, double two) : a(one), b(two) {}
    double first() const { return a; }
    double second() const { return b; }
    static Pack pair(const double* p) { return {p[0], p[1]}; }
    void storePair(double* p) const { p[0] = a, p[1] = b; }
    void storeApart(double* p, std::size_t stride) const { p[0] = a, p[stride] = b; }
};
inline Pack operator+(Pack x, Pack y) { return {x.a + y.a, x.b + y.b}; }
inline Pack operator-(Pack x, Pack y) { return {x.a - y.a, x.b - y.b}; }
inline Pack operator*(Pack x, Pack y) { return {x.a * y.a, x.b * y.b}; }
inline Pack operator/(Pack x, Pack y) { return {x.a / y.a, x.b / y.b}; }
inline Pack larger(Pack x, Pack y) { return {x.a > y.a ? x.a : y.a, x.b > y.b ? x.b : y.b}; }
inline Pack smaller(Pack x, Pack y) { return {x.a < y.a ? x.a : y.a, x.b < y.b ? x.b : y.b}; }
inline Pack root(Pack x) { return {std::sqrt(x.a), std::sqrt(x.b)}; }
inline Pack magnitude(Pack x) { return {std::fabs(x.a), std::fabs(x.b)}; }
inline Pack whereGreater(Pack a, Pack b, Pack x, Pack y) { return {a.a > b.a ? x.a : y.a, a.b > b.b ? x.b : y.b}; }
#endif

inline double larger(double a, double b) { return a > b ? a : b; }
inline double smaller(double a, double b) { return a < b ? a : b; }
inline double root(double a) { return std::sqrt(a); }
inline double magnitude(double a) { return std::fabs(a); }
inline double whereGreater(double a, double b, double x, double y) { return a > b ? x : y; }

/// Reads p[0], for a Pack p[0] and p[stride]; `put` writes likewise.
template <class V> V take(const double* p, std::size_t stride);
template <> inline double take<double>(const double* p, std::size_t) { return *p; }
template <> inline Pack take<Pack>(const double* p, std::size_t stride) { return {p[0], p[stride]}; }
inline void put(double value, double* p, std::size_t) { *p = value; }
inline void put(Pack value, double* p, std::size_t stride) { value.storeApart(p, stride); }

} // namespace rialto::analytics
