// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Rialto.Theme
import Rialto.Kit

// A word in a tinted pill: an environment (Theme.Simulation, Paper, Live), a state, a count.
Rectangle {
    id: control

    property string text: ""
    property int tone: Theme.Muted
    property bool dot: false
    readonly property color ink: Theme.colourOf(tone)

    objectName: "badge"
    implicitHeight: Theme.px(18)
    implicitWidth: row.implicitWidth + 2 * Theme.px(6)
    radius: Theme.radius
    color: Theme.faded(ink, Theme.dark ? 0.16 : 0.10)
    border.width: 1
    border.color: Theme.faded(ink, 0.45)
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    Row {
        id: row

        anchors.centerIn: parent
        spacing: Theme.px(5)

        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            visible: control.dot
            width: Theme.px(6)
            height: width
            radius: width / 2
            color: control.ink
        }
        Text {
            text: control.text
            font: Theme.labelFont
            color: control.ink
            textFormat: Text.PlainText
        }
    }
}
