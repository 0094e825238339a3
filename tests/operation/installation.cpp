#include "installation.h"

#include <filesystem>

namespace vigie::operation {

namespace {

namespace fs = std::filesystem;

/// Gone with the test program.
struct Company {
  program::Workplace place;
  program::Ran ran = place.run(
      "echo 'four blue herons' | vigie demo --tickets 25 --into sqlite:company.db --lang en");
};

}  // namespace

void put_company(const program::Workplace& place) {
  static const Company company;
  if (company.ran.exit != 0) throw std::runtime_error{company.ran.output};
  for (const char* file : {"company.db", "company.db.key"}) {
    fs::copy_file(company.place.folder() / file, place.folder() / file);
  }
}

std::unique_ptr<Database> opened(const program::Workplace& place, const std::string& file) {
  return std::move(open_database({.url = "sqlite:" + (place.folder() / file).string()})).value();
}

void edit(Database& database, const std::string& sql) {
  database.act([&](Connection& rows) { rows.run(sql, {}); });
}

std::string of(const std::string& file) { return " --set database=sqlite:" + file + " "; }

}  // namespace vigie::operation
