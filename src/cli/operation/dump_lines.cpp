#include "cli/operation/dump_lines.h"

#include "notation/json/json_writer.h"

namespace vigie {

namespace {

constexpr std::size_t piece = 64 * 1024;

void append_hexadecimal(std::string& text, BytesView bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  for (const std::byte byte : bytes) {
    text += digits[static_cast<std::size_t>(byte >> 4U)];
    text += digits[static_cast<std::size_t>(byte & std::byte{15})];
  }
}

class LineWriter final : public DumpTaker {
 public:
  explicit LineWriter(const std::function<void(std::string_view)>& write) : write_{write} {}

  void add_head(DumpContent content, std::int64_t step) {
    JsonWriter json;
    json.begin_object().field("dump", "vigie").field("format", dump_format);
    json.field("content", content == DumpContent::portable ? "portable" : "effective");
    end_line(json.field("step", step).end_object());
  }

  void begin(const DumpedTable& table) override {
    columns_ = table.columns;
    ++size_.tables;
    JsonWriter json;
    json.begin_object().field("table", std::string_view{table.name});
    json.field("last_number", table.last_number).key("columns").begin_object();
    for (const DumpedColumn& column : columns_) {
      json.field(column.name, key_of_form(column.form));
    }
    end_line(json.end_object().end_object());
  }

  void take(const Row& row) override {
    ++size_.rows;
    lines_ += '[';
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (i > 0) lines_ += ',';
      append_value(row, static_cast<int>(i), columns_[i].form);
    }
    lines_ += "]\n";
    if (lines_.size() >= piece) pass_on();
  }

  DumpSize end() {
    pass_on();
    size_.digest = digest_.text();
    JsonWriter json;
    json.begin_object().field("end", true).field("tables", size_.tables);
    json.field("rows", size_.rows).field("digest", std::string_view{size_.digest}).end_object();
    write_(json.take() + "\n");
    return size_;
  }

 private:
  void append_value(const Row& row, int column, ColumnForm form) {
    if (row.is_null(column)) {
      lines_ += "null";
    } else if (form == ColumnForm::whole) {
      lines_ += std::to_string(row.whole(column));
    } else if (form == ColumnForm::text) {
      append_json_string(lines_, row.text(column));
    } else {
      lines_ += '"';
      append_hexadecimal(lines_, row.bytes(column));
      lines_ += '"';
    }
  }

  void end_line(JsonWriter& json) {
    lines_ += json.take();
    lines_ += '\n';
  }

  void pass_on() {
    digest_.add(lines_);
    write_(lines_);
    lines_.clear();
  }

  const std::function<void(std::string_view)>& write_;
  std::string lines_;
  std::vector<DumpedColumn> columns_;
  Digest digest_;
  DumpSize size_;
};

}  // namespace

std::string_view key_of_form(ColumnForm form) {
  constexpr std::string_view keys[] = {"whole", "text", "bytes"};
  return keys[static_cast<std::size_t>(form)];
}

DumpSize write_dump(Database& database, DumpContent content, const std::function<void()>& begin,
                    const std::function<void(std::string_view)>& write) {
  DumpSize size;
  database.read([&](Connection& rows) {
    begin();
    LineWriter lines{write};
    std::int64_t step = 0;
    rows.run("select coalesce(max(number), 0) from migration", {},
             [&](const Row& row) { step = row.whole(0); });
    lines.add_head(content, step);
    read_out(rows, content, lines);
    size = lines.end();
  });
  return size;
}

}  // namespace vigie
