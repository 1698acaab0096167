// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Rialto.Theme
import Rialto.Kit

// Timelines side by side, a row each: `rows` is a list of {name, active, cells}. A click or Return on a row makes it the one that runs.
Item {
    id: table

    property var heads: []
    property var rows: []
    readonly property real room: width / Math.max(heads.length, 1)

    signal chosen(int line)

    objectName: "timelineTable"
    implicitHeight: Theme.rowHeight * (rows.length + 1)
    height: implicitHeight
    Accessible.role: Accessible.Table
    Accessible.name: qsTr("Timelines side by side")

    Row {
        Repeater {
            model: table.heads

            Label {
                required property int index
                required property string modelData

                width: table.room
                height: Theme.rowHeight
                horizontalAlignment: index === 0 ? Text.AlignLeft : Text.AlignRight
                text: modelData
                font: Theme.smallFont
                elide: Text.ElideRight
                muted: true
            }
        }
    }
    Column {
        y: Theme.rowHeight

        Repeater {
            model: table.rows

            Rectangle {
                id: line

                required property int index
                required property var modelData

                objectName: "timeline" + index
                width: table.width
                height: Theme.rowHeight
                radius: Theme.radius
                color: modelData.active ? Theme.selected : mouse.hovered ? Theme.hover : "transparent"
                activeFocusOnTab: true
                Accessible.role: Accessible.Row
                Accessible.name: modelData.cells.join(" ")
                Keys.onReturnPressed: table.chosen(index)
                Keys.onSpacePressed: table.chosen(index)

                HoverHandler { id: mouse }
                TapHandler { onTapped: table.chosen(line.index) }
                FocusRing {
                    radius: line.radius
                    visible: line.activeFocus
                }
                Row {
                    Repeater {
                        model: line.modelData.cells

                        Figure {
                            required property int index
                            required property string modelData

                            width: table.room
                            height: Theme.rowHeight
                            horizontalAlignment: index === 0 ? Text.AlignLeft : Text.AlignRight
                            leftPadding: index === 0 ? Theme.space2 : 0
                            text: modelData
                        }
                    }
                }
            }
        }
    }
}
