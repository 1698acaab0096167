// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Rialto.Theme
import Rialto.Kit

// The line at the foot of the window: badges at the left, the newest notice in the middle, states at the right and the
// number of notices, which opens their list. Nothing here ever interrupts.
Rectangle {
    id: strip

    property var notices: null
    property alias leading: lead.data
    property alias trailing: trail.data

    objectName: "statusStrip"
    implicitHeight: Theme.statusHeight
    color: Theme.surface
    Accessible.role: Accessible.StatusBar
    Accessible.name: qsTr("Status")

    Separator { width: parent.width }
    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.space2
        anchors.rightMargin: Theme.space1
        spacing: Theme.space3

        RowLayout {
            id: lead

            spacing: Theme.space3
        }
        RowLayout {
            spacing: Theme.px(6)
            visible: strip.notices !== null && strip.notices.unread > 0
            Layout.fillWidth: true
            Layout.minimumWidth: 0

            SeverityIcon { severity: strip.notices ? strip.notices.latestSeverity : 0 }
            Label {
                objectName: "statusLatest"
                text: strip.notices ? strip.notices.latestText : ""
                font: Theme.smallFont
                muted: true
                Layout.fillWidth: true
                Layout.minimumWidth: 0
            }
        }
        Item { Layout.fillWidth: true; visible: !(strip.notices !== null && strip.notices.unread > 0) }
        RowLayout {
            id: trail

            spacing: Theme.space3
        }
        Button {
            id: bell

            objectName: "statusNotices"
            kind: Button.Quiet
            implicitHeight: Theme.px(20)
            implicitWidth: contentItem.implicitWidth + 2 * Theme.px(6)
            leftPadding: Theme.px(6)
            icon.name: "bell"
            text: strip.notices && strip.notices.unread > 0 ? strip.notices.unread : ""
            font: Theme.smallFont
            hint: qsTr("Notices")
            onClicked: list.visible ? list.close() : list.open()

            NoticeList {
                id: list

                notices: strip.notices
                y: -height - Theme.space1
                x: bell.width - width
                onClosed: if (strip.notices) strip.notices.markRead()
            }
        }
    }
}
