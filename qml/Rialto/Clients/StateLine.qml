// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Rialto.Theme
import Rialto.Kit

// One thing of a client: what it is, a detail, and its state in colour. `entry` is {title, detail, state, tone}.
Item {
    id: row

    property var entry: ({})
    property int stateWidth: Theme.px(104)
    default property alias content: actions.data

    objectName: "stateLine"
    implicitHeight: Theme.rowHeight
    Accessible.role: Accessible.StaticText
    Accessible.name: entry.title + ", " + entry.detail + ", " + entry.state

    Label {
        id: title

        width: Math.round((parent.width - state.width - actions.width - 2 * Theme.space2) * 0.56)
        height: parent.height
        text: row.entry.title
        Accessible.ignored: true
    }
    Label {
        anchors.left: title.right
        anchors.leftMargin: Theme.space2
        anchors.right: state.left
        anchors.rightMargin: Theme.space2
        height: parent.height
        text: row.entry.detail
        muted: true
        Accessible.ignored: true
    }
    Figure {
        id: state

        anchors.right: actions.left
        anchors.rightMargin: actions.width > 0 ? Theme.space2 : 0
        width: row.stateWidth
        height: parent.height
        text: row.entry.state
        tone: row.entry.tone
        Accessible.ignored: true
    }
    Row {
        id: actions

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.space1
    }
}
