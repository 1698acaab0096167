// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Rialto.Theme
import Rialto.Kit

// Named figures in columns: `entries` is a list of {label, value, tone (a Theme.Tone, optional)} with finished text.
Item {
    id: grid

    property alias entries: facts.entries
    property int columns: 1
    property int rowHeight: Theme.px(22)
    property int gap: Theme.space6
    readonly property int rows: Math.ceil(facts.count / columns)

    objectName: "keyValueGrid"
    implicitWidth: columns * Theme.px(180)
    implicitHeight: rows * rowHeight

    Repeater {
        model: FactList { id: facts }

        Item {
            id: entry

            required property int index
            required property string label
            required property string value
            required property int tone
            readonly property real room: (grid.width - (grid.columns - 1) * grid.gap) / grid.columns

            x: Math.floor(index / grid.rows) * (room + grid.gap)
            y: (index % grid.rows) * grid.rowHeight
            width: room
            height: grid.rowHeight
            Accessible.role: Accessible.StaticText
            Accessible.name: Theme.spoken ? label + ": " + value : ""

            Label {
                width: parent.width - figure.width - Theme.space2
                height: parent.height
                text: entry.label
                muted: true
                Accessible.ignored: true
            }
            Figure {
                id: figure

                anchors.right: parent.right
                width: Math.min(implicitWidth, parent.width * 0.7)
                height: parent.height
                text: entry.value
                tone: entry.tone
                Accessible.ignored: true
            }
        }
    }
}
