// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Rialto.Theme
import Rialto.Kit

// Names, sliders and values, one a row: `rows` is a list of {key, label, value, most, text}.
Column {
    id: list

    property var rows: []

    signal moved(string key, real value)

    Repeater {
        // The count, not the rows: a slider that is held must not be made anew while its value changes.
        model: list.rows.length

        Row {
            id: row

            required property int index
            readonly property var entry: list.rows[index]

            height: Theme.controlHeight
            spacing: Theme.space2

            Label {
                width: Theme.px(104)
                height: parent.height
                text: row.entry.label
                muted: true
            }
            Slider {
                objectName: "slider_" + row.entry.key
                width: list.width - Theme.px(104) - Theme.px(58) - 2 * Theme.space2
                label: row.entry.label
                valueText: row.entry.text
                from: 0
                to: row.entry.most
                stepSize: row.entry.most / 50
                value: row.entry.value
                onMoved: list.moved(row.entry.key, value)
            }
            Figure {
                width: Theme.px(58)
                height: parent.height
                text: row.entry.text
            }
        }
    }
}
