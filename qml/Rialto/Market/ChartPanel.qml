// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Rialto.Theme
import Rialto.Kit
import Rialto.Charts
import Rialto.Market

// The quote of the current instrument over its chart.
Item {
    id: panel

    required property MarketModel model
    readonly property ChartTools tools: model.chart.tools

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }
    QuoteHeader {
        id: header

        model: panel.model
        width: parent.width
    }
    Item {
        id: tools

        y: header.height
        width: parent.width
        height: Theme.px(32)

        SegmentedControl {
            objectName: "chartInterval"
            anchors.verticalCenter: parent.verticalCenter
            x: Theme.space3
            implicitHeight: Theme.px(22)
            label: qsTr("Interval of the bars")
            model: panel.model.chart.intervals
            currentIndex: panel.model.chart.interval
            onActivated: (index) => panel.model.chart.interval = index
        }
        Row {
            anchors.verticalCenter: parent.verticalCenter
            anchors.right: parent.right
            anchors.rightMargin: Theme.space2
            spacing: Theme.space1

            Button {
                id: studiesButton

                objectName: "chartStudies"
                implicitHeight: Theme.px(22)
                kind: Button.Quiet
                icon.name: "study"
                text: qsTr("Indicators")
                hint: qsTr("Add and change indicators")
                onClicked: studies.visible ? studies.close() : studies.open()

                StudiesPopover {
                    id: studies

                    studies: panel.tools.studies
                    y: parent.height + Theme.space1
                    x: Math.min(0, parent.width - width)
                }
            }
            ComboBox {
                objectName: "chartCompare"
                implicitHeight: Theme.px(22)
                implicitWidth: Theme.px(104)
                quiet: true
                label: qsTr("Compare with another symbol")
                model: panel.tools.symbols
                displayText: qsTr("Compare")
                onActivated: (index) => panel.tools.compareWith(panel.tools.symbols[index])
            }
            ComboBox {
                objectName: "chartAxis"
                implicitHeight: Theme.px(22)
                implicitWidth: Theme.px(118)
                quiet: true
                label: qsTr("Price axis")
                model: [qsTr("Linear"), qsTr("Logarithmic"), qsTr("Percent")]
                currentIndex: panel.tools.axis
                onActivated: (index) => panel.tools.axis = index
            }
            ComboBox {
                objectName: "chartPriceFormat"
                implicitHeight: Theme.px(22)
                implicitWidth: Theme.px(84)
                quiet: true
                visible: panel.width > Theme.px(920)
                label: qsTr("How prices are written")
                model: [qsTr("1.00"), qsTr("1/8"), qsTr("1/32"), qsTr("1/64")]
                currentIndex: panel.tools.priceFormat
                onActivated: (index) => panel.tools.priceFormat = index
            }
            SegmentedControl {
                objectName: "chartStyle"
                implicitHeight: Theme.px(22)
                label: qsTr("Kind of chart")
                model: [qsTr("Candles"), qsTr("Bars"), qsTr("Line")]
                onActivated: (index) => chart.style = index
            }
            Item { width: Theme.space1; height: 1 }
            IconButton { symbol: "minus"; hint: qsTr("More bars"); onClicked: chart.zoomBy(1 / 1.4) }
            IconButton { symbol: "plus"; hint: qsTr("Fewer bars"); onClicked: chart.zoomBy(1.4) }
            IconButton { symbol: "chevron-right"; hint: qsTr("To the newest bar"); enabled: !chart.atEnd; onClicked: chart.goToEnd() }
        }
    }
    DrawingStrip {
        id: strip

        chart: chart
        drawings: panel.tools.drawings
        anchors.left: parent.left
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.topMargin: header.height + tools.height
    }
    CandleChart {
        id: chart

        objectName: "marketChart"
        anchors.fill: parent
        anchors.topMargin: header.height + tools.height
        anchors.leftMargin: strip.width
        axis: panel.tools.axis
        studies: panel.tools.studies
        drawings: panel.tools.drawings
        marks: panel.tools.marks
        links: panel.tools.links
        series: panel.model.chart.series
        emptyText: panel.model.chart.loading ? qsTr("Loading bars") : qsTr("No trade in this interval yet")
        activeFocusOnTab: true
        onTextPlaced: { const place = chart.selectedPlace(); editor.x = chart.x + place.x; editor.y = chart.y + place.y + Theme.space3; editor.open() }
    }
    Popover {
        id: editor

        title: qsTr("Text on the chart")
        onAboutToShow: words.forceActiveFocus()

        contentItem: TextField {
            id: words

            objectName: "drawingText"
            implicitWidth: Theme.px(220)
            label: qsTr("Text on the chart")
            value: panel.tools.drawings.selectedText
            onAccepted: { panel.tools.drawings.setText(panel.tools.drawings.selected, text); editor.close(); chart.forceActiveFocus() }
        }
    }
}
