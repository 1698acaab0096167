// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Rialto.Theme
import Rialto.Kit

// A line below a table that says what was refused or done; closed by hand, never in the way.
Rectangle {
    id: notice

    property string text: ""
    property bool warning: true

    signal dismissed()

    objectName: "notice"
    height: visible ? Math.max(Theme.rowHeight, words.implicitHeight + Theme.space2) : 0
    visible: text !== ""
    color: Theme.faded(warning ? Theme.danger : Theme.success, 0.12)

    Icon {
        x: Theme.space3
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.iconSize
        height: width
        name: notice.warning ? "warning" : "check"
        color: notice.warning ? Theme.danger : Theme.success
    }
    Label {
        id: words

        objectName: "noticeText"
        x: Theme.space3 + Theme.iconSize + Theme.space2
        width: parent.width - x - close.width - Theme.space3
        height: parent.height
        text: notice.text
        wrapMode: Text.Wrap
        elide: Text.ElideNone
    }
    IconButton {
        id: close

        objectName: "noticeClose"
        anchors.right: parent.right
        anchors.rightMargin: Theme.space2
        anchors.verticalCenter: parent.verticalCenter
        symbol: "close"
        hint: qsTr("Close")
        onClicked: notice.dismissed()
    }
}
