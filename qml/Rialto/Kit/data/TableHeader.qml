// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Rialto.Theme
import Rialto.Kit

// The titles above a DataTable: a click sorts, a drag at the right edge resizes, a right click lists the columns.
Item {
    id: header

    required property var table

    height: Theme.headerHeight
    clip: true

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }
    Repeater {
        model: header.table.columns

        Item {
            id: title

            required property int index
            required property var modelData
            readonly property bool sorted: header.table.sortColumn === index
            readonly property bool toRight: modelData.right

            x: header.table.columnX(index) - header.table.contentX
            width: header.table.columnWidth(index)
            height: header.height
            visible: width > 0
            Accessible.role: Accessible.ColumnHeader
            Accessible.name: modelData.title
            Accessible.onPressAction: header.table.toggleSort(index)

            Rectangle {
                anchors.fill: parent
                color: Theme.hover
                visible: area.containsMouse && title.modelData.sortable
            }
            Text {
                id: words

                anchors.fill: parent
                anchors.leftMargin: Theme.space2 + (title.sorted && title.toRight ? Theme.px(10) : 0)
                anchors.rightMargin: Theme.space2 + (title.sorted && !title.toRight ? Theme.px(10) : 0)
                text: title.modelData.title
                font: Theme.smallFont
                color: title.sorted ? Theme.text : Theme.textMuted
                horizontalAlignment: title.toRight ? Text.AlignRight : Text.AlignLeft
                verticalAlignment: Text.AlignVCenter
                elide: Text.ElideRight
                textFormat: Text.PlainText
            }
            Icon {
                x: title.toRight ? words.x + words.width - words.contentWidth - width - 2 : words.x + words.contentWidth + 2
                y: Math.round((parent.height - height) / 2)
                width: Theme.px(10)
                height: Theme.px(10)
                visible: title.sorted
                name: header.table.sortDescending ? "chevron-down" : "chevron-up"
                color: Theme.accent
            }
            Rectangle {
                y: parent.height - 2
                width: parent.width
                height: 2
                color: Theme.accent
                visible: header.table.activeFocus && header.table.keyboardUsed && header.table.currentColumn === title.index
            }
            MouseArea {
                id: area

                anchors.fill: parent
                acceptedButtons: Qt.LeftButton | Qt.RightButton
                hoverEnabled: true
                onClicked: (mouse) => {
                    if (mouse.button === Qt.RightButton)
                        columnMenu.popup()
                    else
                        header.table.toggleSort(title.index)
                }
            }
            MouseArea {
                property real from: 0
                property real start: 0

                x: parent.width - Theme.px(4)
                width: Theme.px(7)
                height: parent.height
                cursorShape: Qt.SplitHCursor
                preventStealing: true
                onPressed: (mouse) => { from = mapToItem(header, mouse.x, 0).x; start = title.width }
                onPositionChanged: (mouse) => header.table.resizeColumn(title.index, start + mapToItem(header, mouse.x, 0).x - from)
            }
        }
    }
    Separator {
        y: parent.height - 1
        width: parent.width
    }

    Menu {
        id: columnMenu

        Instantiator {
            model: header.table.columns
            delegate: MenuItem {
                required property int index
                required property var modelData

                text: modelData.title
                checkable: true
                checked: !header.table.isHidden(index)
                onTriggered: header.table.setHidden(index, !checked)
            }
            onObjectAdded: (index, object) => columnMenu.insertItem(index, object)
            onObjectRemoved: (index, object) => columnMenu.removeItem(object)
        }
    }
}
