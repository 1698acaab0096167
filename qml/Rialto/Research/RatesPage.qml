// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Rialto.Theme
import Rialto.Kit
import Rialto.Charts
import Rialto.Research

// Yields by tenor at the left; the history of any cross rate at the right.
FocusScope {
    id: page

    required property ResearchModel model

    SectionLabel { x: Theme.space3; y: Theme.space3; text: qsTr("Yield curve, % a year") }
    PlainTable {
        id: curve

        objectName: "curveTable"
        y: Theme.px(34)
        width: Theme.px(320)
        height: parent.height - y
        label: qsTr("Yield curve")
        header: [qsTr("Tenor"), qsTr("Yield"), qsTr("Of")]
        rows: page.model.curveRows
        emptyText: qsTr("No yields by tenor")
    }
    Separator { x: curve.width; width: 1; height: parent.height; vertical: true }
    Row {
        id: tools

        x: curve.width + Theme.space4
        y: Theme.space2
        spacing: Theme.space2

        Label { height: Theme.controlHeight; text: qsTr("One"); muted: true }
        ComboBox { objectName: "fxFrom"; focus: true; implicitWidth: Theme.px(90); label: qsTr("From currency"); model: page.model.currencies; currentIndex: page.model.fromCurrency; onActivated: (index) => page.model.fromCurrency = index }
        Label { height: Theme.controlHeight; text: qsTr("in"); muted: true }
        ComboBox { objectName: "fxTo"; implicitWidth: Theme.px(90); label: qsTr("To currency"); model: page.model.currencies; currentIndex: page.model.toCurrency; onActivated: (index) => page.model.toCurrency = index }
        Label { height: Theme.controlHeight; text: page.model.cross; font: Theme.strongFont }
    }
    LineChart {
        objectName: "fxChart"
        anchors.left: curve.right
        anchors.right: parent.right
        anchors.top: tools.bottom
        anchors.bottom: parent.bottom
        anchors.margins: Theme.space2
        label: qsTr("History of the rate")
        times: page.model.rateTimes
        lines: page.model.rateLines
        digits: 4
        filled: true
        emptyText: qsTr("No fixings of these two on one day")
    }
}
