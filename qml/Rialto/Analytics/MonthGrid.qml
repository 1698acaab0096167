// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Rialto.Theme
import Rialto.Kit

// Returns by month: a row a year, a column a month, the year's own at the right.
Item {
    id: grid

    property var years: []
    readonly property var titles: [qsTr("Year"), qsTr("Jan"), qsTr("Feb"), qsTr("Mar"), qsTr("Apr"), qsTr("May"), qsTr("Jun"), qsTr("Jul"), qsTr("Aug"), qsTr("Sep"), qsTr("Oct"), qsTr("Nov"), qsTr("Dec"), qsTr("Whole")]
    readonly property real room: width / titles.length

    objectName: "monthGrid"
    implicitHeight: Theme.rowHeight * (years.length + 1)
    Accessible.role: Accessible.Table
    Accessible.name: qsTr("Returns by month")

    Row {
        Repeater {
            model: grid.titles

            Label {
                required property int index
                required property string modelData

                width: grid.room
                height: Theme.rowHeight
                horizontalAlignment: index === 0 ? Text.AlignLeft : Text.AlignRight
                text: modelData
                muted: true
            }
        }
    }
    Column {
        y: Theme.rowHeight

        Repeater {
            model: grid.years

            Row {
                id: line

                required property var modelData

                Label {
                    width: grid.room
                    height: Theme.rowHeight
                    text: line.modelData.year
                }
                Repeater {
                    model: line.modelData.cells.concat([line.modelData.total])

                    Figure {
                        required property var modelData

                        width: grid.room
                        height: Theme.rowHeight
                        text: modelData.text
                        tone: modelData.tone
                    }
                }
            }
        }
    }
}
