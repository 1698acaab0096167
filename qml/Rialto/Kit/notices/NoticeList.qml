// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Rialto.Theme
import Rialto.Kit

// The notices as a popover, newest first.
Popover {
    id: popover

    property var notices: null

    objectName: "noticeList"
    title: qsTr("Notices")
    padding: 0
    width: Theme.px(380)
    height: Theme.px(300)

    contentItem: Item {
        Item {
            id: top

            width: parent.width
            height: Theme.panelHeaderHeight

            Label {
                x: Theme.space3
                height: parent.height
                text: popover.title
                font: Theme.strongFont
            }
            Button {
                objectName: "noticesClear"
                anchors.right: parent.right
                anchors.rightMargin: Theme.space2
                anchors.verticalCenter: parent.verticalCenter
                implicitHeight: Theme.px(20)
                kind: Button.Quiet
                text: qsTr("Clear all")
                enabled: popover.notices !== null && popover.notices.count > 0
                onClicked: popover.notices.clear()
            }
            Separator {
                y: parent.height - 1
                width: parent.width
            }
        }
        EmptyState {
            anchors.fill: parent
            anchors.topMargin: top.height
            visible: !popover.notices || popover.notices.count === 0
            symbol: "bell"
            text: qsTr("No notices")
        }
        ListView {
            anchors.fill: parent
            anchors.topMargin: top.height
            anchors.bottomMargin: 1
            clip: true
            focus: true
            model: popover.notices
            boundsBehavior: Flickable.StopAtBounds
            T.ScrollBar.vertical: ScrollBar {}

            delegate: Item {
                id: notice

                required property string text
                required property string detail
                required property string when
                required property int severity
                required property int times

                width: ListView.view.width
                height: words.implicitHeight + Theme.space3
                Accessible.role: Accessible.ListItem
                Accessible.name: text

                SeverityIcon {
                    x: Theme.space3
                    y: Theme.px(7)
                    severity: notice.severity
                }
                Column {
                    id: words

                    x: Theme.px(36)
                    y: Theme.px(5)
                    width: parent.width - x - Theme.space3
                    spacing: 1

                    Label {
                        width: parent.width
                        text: notice.times > 1 ? qsTr("%1 (%2 times)").arg(notice.text).arg(notice.times) : notice.text
                        wrapMode: Text.Wrap
                        elide: Text.ElideNone
                    }
                    Label {
                        width: parent.width
                        visible: text !== ""
                        text: notice.when !== "" && notice.detail !== "" ? notice.when + "  " + notice.detail : notice.when + notice.detail
                        font: Theme.smallFont
                        muted: true
                        wrapMode: Text.Wrap
                        elide: Text.ElideNone
                    }
                }
                Separator {
                    y: parent.height - 1
                    x: Theme.px(36)
                    width: parent.width - x
                }
            }
        }
    }
}
