// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Rialto.Theme
import Rialto.Kit

// A row of page names, underlined where one is: `model` is a list of words, `counts` optional numbers beside them. Left and
// Right change the page.
FocusScope {
    id: control

    property var model: []
    property var counts: []
    property int currentIndex: 0
    property string label: ""

    signal activated(int index)

    function choose(index: int) {
        if (index < 0 || index >= control.model.length || index === control.currentIndex)
            return
        control.currentIndex = index
        control.activated(index)
    }

    objectName: "tabs"
    implicitHeight: Theme.panelHeaderHeight
    implicitWidth: row.implicitWidth
    activeFocusOnTab: true
    Accessible.role: Accessible.PageTabList
    Accessible.name: label
    Keys.onLeftPressed: control.choose(control.currentIndex - 1)
    Keys.onRightPressed: control.choose(control.currentIndex + 1)

    Row {
        id: row

        height: parent.height
        spacing: Theme.space4

        Repeater {
            model: control.model

            Item {
                id: tab

                required property int index
                required property string modelData
                readonly property bool chosen: index === control.currentIndex
                readonly property var amount: control.counts.length > index ? control.counts[index] : ""

                width: words.width
                height: row.height
                Accessible.role: Accessible.PageTab
                Accessible.name: modelData
                Accessible.selected: chosen
                Accessible.onPressAction: control.choose(index)

                Row {
                    id: words

                    anchors.verticalCenter: parent.verticalCenter
                    spacing: Theme.px(6)

                    Text {
                        text: tab.modelData
                        font: tab.chosen ? Theme.strongFont : Theme.bodyFont
                        color: tab.chosen || hover.hovered ? Theme.text : Theme.textMuted
                        textFormat: Text.PlainText
                    }
                    Text {
                        anchors.baseline: parent.children[0].baseline
                        visible: text !== ""
                        text: tab.amount
                        font: Theme.smallFont
                        color: Theme.textFaint
                        textFormat: Text.PlainText
                    }
                }
                Rectangle {
                    y: parent.height - height
                    width: parent.width
                    height: 2
                    color: Theme.accent
                    visible: tab.chosen
                }
                Rectangle {
                    x: -Theme.space1
                    y: 4
                    width: parent.width + 2 * Theme.space1
                    height: parent.height - 8
                    radius: Theme.radius
                    color: "transparent"
                    border.color: Theme.focus
                    visible: tab.chosen && control.activeFocus
                }
                HoverHandler { id: hover }
                TapHandler {
                    onTapped: {
                        control.choose(tab.index)
                    }
                }
            }
        }
    }
}
