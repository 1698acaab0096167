// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Rialto.Theme
import Rialto.Kit

// Shows each new notice for a few seconds at the corner of its area, three at most; warnings and errors stay twice as long.
// Put one over the window's content; it takes no clicks but on the toasts themselves.
Item {
    id: area

    property var notices: null
    property int secondsShown: 4

    objectName: "toastArea"

    ListModel { id: shown }

    Connections {
        target: area.notices
        function onPosted(severity, text, detail) {
            if (shown.count > 0 && shown.get(0).words === text)
                return
            shown.insert(0, {level: severity, words: text, more: detail})
            if (shown.count > 3)
                shown.remove(3, shown.count - 3)
        }
    }
    Column {
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.space3
        spacing: Theme.space2

        Repeater {
            model: shown

            Rectangle {
                id: toast

                required property int index
                required property int level
                required property string words
                required property string more

                objectName: "toast"
                width: Theme.px(300)
                height: column.implicitHeight + 2 * Theme.px(9)
                radius: Theme.radius + 1
                color: Theme.raised
                border.color: Theme.lineStrong
                Accessible.role: Accessible.AlertMessage
                Accessible.name: words

                Timer {
                    interval: area.secondsShown * (toast.level >= Notices.Warning ? 2000 : 1000)
                    running: !hover.hovered
                    onTriggered: shown.remove(toast.index)
                }
                HoverHandler { id: hover }
                SeverityIcon {
                    x: Theme.space3
                    y: Theme.px(10)
                    severity: toast.level
                }
                Column {
                    id: column

                    x: Theme.px(36)
                    y: Theme.px(8)
                    width: parent.width - x - Theme.px(28)
                    spacing: 1

                    Label {
                        width: parent.width
                        text: toast.words
                        wrapMode: Text.Wrap
                        elide: Text.ElideNone
                    }
                    Label {
                        width: parent.width
                        visible: text !== ""
                        text: toast.more
                        font: Theme.smallFont
                        muted: true
                        wrapMode: Text.Wrap
                        elide: Text.ElideNone
                    }
                }
                IconButton {
                    anchors.right: parent.right
                    anchors.rightMargin: Theme.space1
                    y: Theme.space1
                    symbol: "close"
                    hint: qsTr("Dismiss")
                    onClicked: shown.remove(toast.index)
                }
            }
        }
    }
}
