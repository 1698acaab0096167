// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton
import QtQuick
import Rialto.Theme

// The look. Values come from C++ (theme.h); the functions stand here so that a binding that calls one is told when the theme
// changes.
ThemeValues {
    /// The ink of a Theme.Tone. `tones[tone]` would copy the whole list for every cell that changes its colour.
    function colourOf(tone: int): color { return revision >= 0 ? ink(tone) : text }
    function signColour(change: real): color { return change > 0 ? up : change < 0 ? down : flat }
    /// An up or down triangle for a signed change, empty for none: colour never stands alone.
    function signArrow(change: real): string { return change > 0 ? "\u25b2" : change < 0 ? "\u25bc" : "" }
    function seriesColour(index: int): color { return series[index % series.length] }
    function linkColour(group: int): color { return links[Math.max(0, Math.min(links.length - 1, group))] }
    function faded(colour: color, opacity: real): color { return Qt.rgba(colour.r, colour.g, colour.b, opacity) }
    /// `length` at the present scale, in whole pixels.
    function px(length: real): int { return Math.round(length * scale) }
}
