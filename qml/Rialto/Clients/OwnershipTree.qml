// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Rialto.Theme
import Rialto.Kit

// Who owns what, indented: `rows` are {depth, title, detail, share, here, row}. A press opens that party's page.
Column {
    id: tree

    property var rows: []
    signal opened(int row)

    objectName: "ownershipTree"

    Repeater {
        model: tree.rows

        Rectangle {
            id: node

            required property var modelData

            width: tree.width
            height: Theme.rowHeight
            radius: Theme.radius
            color: modelData.here ? Theme.faded(Theme.accent, 0.16) : "transparent"
            Accessible.role: Accessible.TreeItem
            Accessible.name: modelData.title + ", " + modelData.detail + ", " + modelData.share

            Label {
                x: Theme.space1 + node.modelData.depth * Theme.px(16)
                width: parent.width - x - kind.width - share.width - Theme.space3
                height: parent.height
                text: node.modelData.title
                font: node.modelData.here ? Theme.strongFont : Theme.bodyFont
                Accessible.ignored: true
            }
            Label {
                id: kind

                anchors.right: share.left
                width: Theme.px(72)
                height: parent.height
                text: node.modelData.detail
                muted: true
                Accessible.ignored: true
            }
            Figure {
                id: share

                anchors.right: parent.right
                anchors.rightMargin: Theme.space1
                width: Theme.px(70)
                height: parent.height
                text: node.modelData.share
                Accessible.ignored: true
            }
            TapHandler {
                enabled: node.modelData.row >= 0
                onTapped: tree.opened(node.modelData.row)
            }
        }
    }
}
