// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Rialto.Theme
import Rialto.Kit
import Rialto.Charts

// Shares of a whole with their names: `entries` is a list of {label, value (weight), text (finished, such as "24.1%")};
// `centreText` and `centreLabel` stand inside the ring.
Item {
    id: chart

    property var entries: []
    property string label: ""
    property string centreText: ""
    property string centreLabel: ""
    readonly property alias highlighted: ring.highlighted

    objectName: "donutChart"
    implicitWidth: Theme.px(320)
    implicitHeight: Theme.px(160)
    Accessible.role: Accessible.Chart
    Accessible.name: label

    DonutItem {
        id: ring

        width: Math.min(chart.height, chart.width * 0.45)
        height: width
        anchors.verticalCenter: parent.verticalCenter
        values: {
            const weights = []
            for (let i = 0; i < chart.entries.length; ++i)
                weights.push(chart.entries[i].value)
            return weights
        }
        colours: Theme.series

        HoverHandler {
            onPointChanged: ring.highlighted = hovered ? ring.partAt(point.position.x, point.position.y) : -1
            onHoveredChanged: if (!hovered) ring.highlighted = -1
        }
        Column {
            anchors.centerIn: parent
            width: parent.width * 0.62

            Label {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: ring.highlighted >= 0 ? chart.entries[ring.highlighted].text : chart.centreText
                font: Theme.strongFont
            }
            Label {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                visible: text !== ""
                text: ring.highlighted >= 0 ? chart.entries[ring.highlighted].label : chart.centreLabel
                font: Theme.smallFont
                muted: true
            }
        }
    }
    Column {
        anchors.left: ring.right
        anchors.leftMargin: Theme.space4
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter

        Repeater {
            model: chart.entries

            Item {
                id: entry

                required property int index
                required property var modelData

                width: parent.width
                height: Theme.px(20)
                opacity: ring.highlighted < 0 || ring.highlighted === index ? 1 : 0.5
                Accessible.role: Accessible.ListItem
                Accessible.name: modelData.label + " " + modelData.text

                Rectangle {
                    anchors.verticalCenter: parent.verticalCenter
                    width: Theme.px(8)
                    height: width
                    radius: 2
                    color: Theme.seriesColour(entry.index)
                }
                Label {
                    x: Theme.px(16)
                    width: parent.width - x - figure.implicitWidth - Theme.space2
                    height: parent.height
                    text: entry.modelData.label
                    muted: true
                }
                Figure {
                    id: figure

                    anchors.right: parent.right
                    height: parent.height
                    text: entry.modelData.text
                }
                HoverHandler { onHoveredChanged: ring.highlighted = hovered ? entry.index : -1 }
            }
        }
    }
}
