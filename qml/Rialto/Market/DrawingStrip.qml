// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Rialto.Theme
import Rialto.Kit
import Rialto.Charts

// The tools with which one draws on the chart, in a column at its left.
Rectangle {
    id: strip

    required property CandleChart chart
    required property ChartDrawings drawings
    readonly property var tools: [
        { symbol: "cursor", tool: CandleChartItem.NoTool, hint: qsTr("Select and move (Escape)") },
        { symbol: "trend", tool: CandleChartItem.Trend, hint: qsTr("Trend line (Alt+T)") },
        { symbol: "ray", tool: CandleChartItem.Ray, hint: qsTr("Ray (Alt+R)") },
        { symbol: "level", tool: CandleChartItem.Level, hint: qsTr("Horizontal level (Alt+H)") },
        { symbol: "channel", tool: CandleChartItem.Channel, hint: qsTr("Channel (Alt+C)") },
        { symbol: "fibonacci", tool: CandleChartItem.Fibonacci, hint: qsTr("Fibonacci levels (Alt+F)") },
        { symbol: "rectangle", tool: CandleChartItem.Rectangle, hint: qsTr("Rectangle (Alt+B)") },
        { symbol: "text", tool: CandleChartItem.Text, hint: qsTr("Text") },
        { symbol: "measure", tool: CandleChartItem.Measure, hint: qsTr("Measure (drag with Shift for a passing one)") }
    ]

    objectName: "drawingStrip"
    width: Theme.px(30)
    color: Theme.surface
    Accessible.role: Accessible.ToolBar
    Accessible.name: qsTr("Drawing tools")

    Column {
        x: Theme.px(3)
        y: Theme.px(3)

        Repeater {
            model: strip.tools

            Rectangle {
                id: place

                required property var modelData

                width: Theme.px(24)
                height: Theme.px(22)
                radius: Theme.radius
                color: strip.chart.tool === modelData.tool ? Theme.accentSoft : "transparent"

                IconButton {
                    objectName: "tool_" + place.modelData.symbol
                    anchors.centerIn: parent
                    symbol: place.modelData.symbol
                    hint: place.modelData.hint
                    onClicked: { strip.chart.tool = place.modelData.tool; strip.chart.forceActiveFocus() }
                }
            }
        }
        Separator { width: Theme.px(24) }
        IconButton {
            objectName: "drawingUndo"
            x: Theme.px(1)
            symbol: "undo"
            hint: qsTr("Undo (Ctrl+Z)")
            enabled: strip.drawings.canUndo
            onClicked: strip.drawings.undo()
        }
        IconButton {
            objectName: "drawingRedo"
            x: Theme.px(1)
            symbol: "redo"
            hint: qsTr("Redo (Ctrl+Y)")
            enabled: strip.drawings.canRedo
            onClicked: strip.drawings.redo()
        }
        IconButton {
            objectName: "drawingRemove"
            x: Theme.px(1)
            symbol: "trash"
            hint: strip.drawings.selected !== 0 ? qsTr("Remove the selected drawing (Delete)") : qsTr("Remove all drawings")
            enabled: strip.drawings.count > 0
            onClicked: strip.drawings.selected !== 0 ? strip.drawings.remove(strip.drawings.selected) : strip.drawings.clear()
        }
    }
    Separator {
        x: parent.width - 1
        width: 1
        height: parent.height
    }
}
