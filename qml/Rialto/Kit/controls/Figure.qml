// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Rialto.Theme
import Rialto.Kit

// A number as finished text: right-aligned, tabular digits, coloured by its tone. The text carries its own sign.
Text {
    property int tone: Theme.Neutral
    property bool large: false

    font: large ? Theme.largeFigureFont : Theme.figureFont
    color: Theme.colourOf(tone)
    horizontalAlignment: Text.AlignRight
    verticalAlignment: Text.AlignVCenter
    elide: Text.ElideLeft
    textFormat: Text.PlainText
    Accessible.role: Accessible.StaticText
    Accessible.name: text
}
