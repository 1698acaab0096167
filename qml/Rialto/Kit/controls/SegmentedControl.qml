// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Rialto.Theme
import Rialto.Kit

// A few exclusive choices side by side: `model` is a list of words. Left and Right choose; `activated(index)` only for the
// user's choices. `tones` may give each choice a Theme.Tone of its own (Buy, Sell).
FocusScope {
    id: control

    property var model: []
    property int currentIndex: 0
    property var tones: []
    property string label: ""
    property bool fill: false

    signal activated(int index)

    function choose(index: int) {
        if (index < 0 || index >= control.model.length || index === control.currentIndex)
            return
        control.currentIndex = index
        control.activated(index)
    }

    objectName: "segmentedControl"
    implicitHeight: Theme.controlHeight
    implicitWidth: row.implicitWidth + 4
    activeFocusOnTab: true
    Accessible.role: Accessible.PageTabList
    Accessible.name: label
    Keys.onLeftPressed: control.choose(control.currentIndex - 1)
    Keys.onRightPressed: control.choose(control.currentIndex + 1)

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: Theme.field
        border.width: 1
        border.color: Theme.dark ? Theme.line : Theme.lineStrong

        FocusRing { visible: control.activeFocus }
    }

    Row {
        id: row

        x: 2
        y: 2
        height: parent.height - 4

        Repeater {
            id: segments

            model: control.model

            Rectangle {
                id: segment

                required property int index
                required property string modelData
                readonly property bool chosen: index === control.currentIndex
                readonly property int tone: control.tones.length > index ? control.tones[index] : -1

                width: control.fill ? (control.width - 4) / segments.count : words.implicitWidth + 2 * Theme.px(10)
                height: row.height
                radius: Theme.radius - 1
                color: !chosen ? (hover.hovered ? Theme.hover : "transparent")
                     : tone === Theme.Buy ? Theme.buyFill : tone === Theme.Sell ? Theme.sellFill : Theme.selected
                Accessible.role: Accessible.PageTab
                Accessible.name: modelData
                Accessible.selected: chosen
                Accessible.onPressAction: control.choose(index)

                Text {
                    id: words

                    anchors.centerIn: parent
                    text: segment.modelData
                    font: segment.tone >= 0 ? Theme.strongFont : Theme.bodyFont
                    color: !segment.chosen ? Theme.textMuted : segment.tone >= 0 ? Theme.onFill : Theme.text
                    textFormat: Text.PlainText
                }
                HoverHandler { id: hover }
                TapHandler {
                    onTapped: {
                        control.forceActiveFocus(Qt.MouseFocusReason)
                        control.choose(segment.index)
                    }
                }
            }
        }
    }
}
