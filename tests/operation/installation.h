// The demo company in a database, as tests of operation find it.
#pragma once

#include <memory>
#include <string>

#include "program/workplace.h"
#include "store/database/database.h"

namespace vigie::operation {

/// A small company in "company.db" of the place; its key beside it. Made once a test program, then
/// copied.
void put_company(const program::Workplace& place);

/// A file of the place, opened.
std::unique_ptr<Database> opened(const program::Workplace& place, const std::string& file);

/// Changes a row behind the program's back.
void edit(Database& database, const std::string& sql);

/// "--set database=sqlite:FILE".
std::string of(const std::string& file);

}  // namespace vigie::operation
