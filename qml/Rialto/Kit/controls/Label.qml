// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Rialto.Theme
import Rialto.Kit

// Body text. Muted and faint are the quieter inks; other sizes through `font: Theme.titleFont` and its like.
Text {
    property bool muted: false

    font: Theme.bodyFont
    color: muted ? Theme.textMuted : Theme.text
    elide: Text.ElideRight
    verticalAlignment: Text.AlignVCenter
    textFormat: Text.PlainText
    linkColor: Theme.accent
    Accessible.role: Accessible.StaticText
    Accessible.name: text
}
