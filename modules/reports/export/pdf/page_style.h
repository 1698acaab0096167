// SPDX-License-Identifier: GPL-3.0-or-later
// The look of printed reports in one place: colours, sizes and distances. Lengths are in page units (twentieths of a point),
// because fonts take whole pixel sizes only and a twentieth is fine enough for all of them.
#pragma once

#include <QColor>

#include <array>

namespace rialto::reports::style {

inline constexpr double kPt = 20.0;                 // units in a point
inline constexpr int kDotsPerInch = 72 * 20;

inline constexpr QRgb kInk = 0xff1a2330;
inline constexpr QRgb kMuted = 0xff5d6979;
inline constexpr QRgb kHairline = 0xffd8dde4;
inline constexpr QRgb kRule = 0xff9aa5b3;
inline constexpr QRgb kPaper = 0xffffffff;
inline constexpr QRgb kAccent = 0xff1b4d7e;         // the one accent; the next three are its shades
inline constexpr QRgb kAccentDeep = 0xff0f2c4a;
inline constexpr QRgb kAccentTint = 0xffe6eef6;
inline constexpr QRgb kOnAccent = 0xffc4d5e6;
/// Slices of a donut: shades of the accent, then greys, in an order that keeps neighbours apart.
inline constexpr std::array<QRgb, 9> kSlices{0xff0f2c4a, 0xff1b4d7e, 0xff4c7fb2, 0xff86aed4, 0xffbdd2e7, 0xff7d8896, 0xffa9b2be, 0xffd0d6dd, 0xff3a4655};

inline constexpr double kMarginSide = 54 * kPt;
inline constexpr double kMarginTop = 82 * kPt;
inline constexpr double kMarginBottom = 62 * kPt;
inline constexpr double kHeaderBaseline = 44 * kPt; // from the top
inline constexpr double kFooterBaseline = 36 * kPt; // from the bottom
inline constexpr double kThin = 0.35 * kPt;
inline constexpr double kMedium = 0.7 * kPt;

} // namespace rialto::reports::style
