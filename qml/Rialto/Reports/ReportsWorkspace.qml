// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Rialto.Theme
import Rialto.Kit
import Rialto.Reports

// A report of the catalogue: choices at the left; its pages, its figures with their calculations, and what was issued at the right.
FocusScope {
    id: workspace

    required property ReportsModel model

    objectName: "reportsWorkspace"

    SplitView {
        anchors.fill: parent
        orientation: Qt.Horizontal

        Panel {
            title: qsTr("Reports")
            focus: true
            T.SplitView.preferredWidth: Theme.px(330)
            T.SplitView.minimumWidth: Theme.px(280)

            ScrollArea {
                anchors.fill: parent
                spacing: Theme.space2

                FormRow {
                    width: parent.width
                    label: qsTr("Report")

                    ComboBox {
                        objectName: "reportName"
                        label: qsTr("Report")
                        focus: true
                        model: workspace.model.reports
                        currentIndex: workspace.model.reportIndex
                        onActivated: (index) => workspace.model.reportIndex = index
                    }
                }
                Label {
                    objectName: "reportDescription"
                    width: parent.width
                    text: workspace.model.description
                    color: Theme.textMuted
                    wrapMode: Text.Wrap
                    elide: Text.ElideNone
                }
                FormRow {
                    width: parent.width
                    visible: workspace.model.ofClient
                    label: qsTr("Client")

                    ComboBox {
                        objectName: "reportClient"
                        label: qsTr("Client")
                        model: workspace.model.clients
                        currentIndex: workspace.model.clientIndex
                        onActivated: (index) => workspace.model.clientIndex = index
                    }
                }
                FormRow {
                    width: parent.width
                    label: qsTr("Period")
                    hint: workspace.model.periodText

                    ComboBox {
                        objectName: "reportPeriod"
                        label: qsTr("Period")
                        model: workspace.model.periods
                        currentIndex: workspace.model.period
                        onActivated: (index) => workspace.model.period = index
                    }
                }
                FormRow {
                    width: parent.width
                    label: qsTr("Language")

                    SegmentedControl {
                        objectName: "reportLanguage"
                        label: qsTr("Language")
                        fill: true
                        model: [qsTr("English"), qsTr("Chinese")]
                        currentIndex: workspace.model.language
                        onActivated: (index) => workspace.model.language = index

                        Binding on currentIndex { value: workspace.model.language }
                    }
                }
                Item {
                    width: parent.width
                    height: formats.height

                    Label {
                        height: Theme.controlHeight
                        text: qsTr("Formats")
                        muted: true
                    }
                    Flow {
                        id: formats

                        x: Theme.px(88)
                        width: parent.width - x
                        spacing: Theme.space3

                        Repeater {
                            model: workspace.model.formatNames

                            CheckBox {
                                required property int index
                                required property string modelData

                                objectName: "reportFormat" + modelData
                                text: modelData
                                checked: workspace.model.formats[index]
                                onToggled: workspace.model.setFormat(index, checked)

                                Binding on checked { value: workspace.model.formats[index] }
                            }
                        }
                    }
                }
                FormRow {
                    width: parent.width
                    label: qsTr("Brand")

                    TextField {
                        objectName: "reportBrand"
                        label: qsTr("Brand")
                        value: workspace.model.brandFile
                        placeholderText: qsTr("Own look; or a brand file (JSON)")
                        onEdited: (text) => workspace.model.brandFile = text
                    }
                }
                FormRow {
                    width: parent.width
                    label: qsTr("Folder")

                    TextField {
                        objectName: "reportFolder"
                        label: qsTr("Folder")
                        value: workspace.model.folder
                        onEdited: (text) => workspace.model.folder = text
                    }
                }
                Button {
                    objectName: "reportPrepare"
                    width: parent.width
                    implicitHeight: Theme.px(32)
                    kind: workspace.model.ready ? Button.Plain : Button.Primary
                    text: workspace.model.ready ? qsTr("Make it anew") : qsTr("Show report")
                    enabled: !workspace.model.busy
                    onClicked: workspace.model.prepare()
                }
                Button {
                    objectName: "reportSave"
                    width: parent.width
                    implicitHeight: Theme.px(32)
                    kind: workspace.model.ready ? Button.Primary : Button.Plain
                    text: qsTr("Save")
                    icon.name: "export"
                    enabled: workspace.model.ready
                    onClicked: workspace.model.save()
                }
                Button {
                    objectName: "reportSaveAll"
                    width: parent.width
                    implicitHeight: Theme.px(32)
                    visible: workspace.model.ofClient
                    text: qsTr("Save for all clients")
                    enabled: !workspace.model.busy
                    onClicked: workspace.model.saveAll()
                }
                ProgressBar {
                    objectName: "reportProgress"
                    width: parent.width
                    visible: workspace.model.busy
                    value: workspace.model.progress
                    label: workspace.model.step
                    cancellable: true
                    onCancelled: workspace.model.cancel()
                }
                Label {
                    objectName: "reportMessage"
                    width: parent.width
                    visible: text !== ""
                    text: workspace.model.failure !== "" ? workspace.model.failure : workspace.model.done
                    color: workspace.model.failure !== "" ? Theme.danger : Theme.success
                    wrapMode: Text.Wrap
                    elide: Text.ElideNone
                }
                Separator { width: parent.width; visible: workspace.model.recent.length > 0 }
                Item {
                    width: parent.width
                    height: Theme.controlHeight
                    visible: workspace.model.recent.length > 0

                    SectionLabel {
                        height: parent.height
                        text: qsTr("Saved lately")
                    }
                    Button {
                        objectName: "reportOpenFolder"
                        anchors.right: parent.right
                        kind: Button.Quiet
                        text: qsTr("Open folder")
                        onClicked: workspace.model.openFolder()
                    }
                }
                Repeater {
                    model: workspace.model.recent

                    Button {
                        required property var modelData

                        width: parent.width
                        kind: Button.Quiet
                        icon.name: "file"
                        text: modelData.name
                        hint: modelData.path
                        onClicked: workspace.model.open(modelData.path)
                    }
                }
            }
        }
        Panel {
            T.SplitView.fillWidth: true
            T.SplitView.minimumWidth: Theme.px(420)
            leading: [
                Tabs {
                    id: tabs

                    objectName: "reportTabs"
                    label: qsTr("Report")
                    model: [qsTr("Pages"), qsTr("Figures"), qsTr("Archive")]
                    counts: [workspace.model.pages.length > 0 ? workspace.model.pages.length : "", workspace.model.figures.count > 0 ? workspace.model.figures.count : "", ""]
                    onActivated: (index) => { if (index === 2) workspace.model.archive.refresh() }
                }
            ]

            ReportPages {
                anchors.fill: parent
                visible: tabs.currentIndex === 0
                model: workspace.model
            }
            FiguresPage {
                anchors.fill: parent
                visible: tabs.currentIndex === 1
                model: workspace.model.figures
            }
            ArchivePage {
                anchors.fill: parent
                visible: tabs.currentIndex === 2
                model: workspace.model.archive
            }
        }
    }
}
