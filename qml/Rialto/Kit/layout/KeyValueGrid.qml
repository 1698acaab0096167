// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Rialto.Theme
import Rialto.Kit

// Named figures in columns: `entries` is a list of {label, value, tone (a Theme.Tone, optional)} with finished text.
Item {
    id: grid

    property var entries: []
    property int columns: 1
    property int rowHeight: Theme.px(22)
    property int gap: Theme.space6
    readonly property int rows: Math.ceil(entries.length / columns)

    objectName: "keyValueGrid"
    implicitWidth: columns * Theme.px(180)
    implicitHeight: rows * rowHeight

    Repeater {
        model: grid.entries

        Item {
            id: entry

            required property int index
            required property var modelData
            readonly property real room: (grid.width - (grid.columns - 1) * grid.gap) / grid.columns

            x: Math.floor(index / grid.rows) * (room + grid.gap)
            y: (index % grid.rows) * grid.rowHeight
            width: room
            height: grid.rowHeight
            Accessible.role: Accessible.StaticText
            Accessible.name: modelData.label + ": " + modelData.value

            Label {
                width: parent.width - figure.width - Theme.space2
                height: parent.height
                text: entry.modelData.label
                muted: true
                Accessible.ignored: true
            }
            Figure {
                id: figure

                anchors.right: parent.right
                width: Math.min(implicitWidth, parent.width * 0.7)
                height: parent.height
                text: entry.modelData.value
                tone: entry.modelData.tone !== undefined ? entry.modelData.tone : Theme.Neutral
                Accessible.ignored: true
            }
        }
    }
}
