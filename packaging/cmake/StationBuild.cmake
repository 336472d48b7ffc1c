# What every target of the station shares: compiler cache, warnings, sanitizers,
# and short forms for a room and its tests.

find_program(STATION_CCACHE ccache)
if(STATION_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # Without this word ccache takes no file that uses a precompiled header.
    set(CMAKE_CXX_COMPILER_LAUNCHER
        ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros ${STATION_CCACHE})
endif()

set(STATION_SANITIZE "" CACHE STRING "Sanitizers to build with, e.g. address,undefined")

# Line numbers for a backtrace and no more: all of the debug information costs a
# fifth of the build.
set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O2 -g1 -DNDEBUG")

# For all alike: what one library asks for must not part it from the precompiled headers.
add_compile_options(-pthread)

add_library(station_warnings INTERFACE)
target_compile_options(station_warnings INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror)
target_compile_definitions(station_warnings INTERFACE
    QT_NO_CAST_TO_ASCII)
if(STATION_SANITIZE)
    add_compile_options(-fsanitize=${STATION_SANITIZE} -fno-omit-frame-pointer)
    add_link_options(-fsanitize=${STATION_SANITIZE})
endif()

# Foreign headers that most files read, precompiled: half of the build. A file includes what
# it uses all the same. Our own headers do not belong here: a change of one would build all again.
set(STATION_COMMON_HEADERS
    <QByteArray> <QCoreApplication> <QDateTime> <QDir> <QFile> <QFileInfo> <QHash> <QJsonArray>
    <QJsonDocument> <QJsonObject> <QMap> <QString> <QStringList>
    <algorithm> <chrono> <functional> <map> <memory> <mutex> <optional> <ranges> <set> <string>
    <thread> <utility> <vector>)

# station_headers(name [HEADERS …] [LINKS …]): precompiled for station_use_headers.
function(station_headers name)
    cmake_parse_arguments(PRE "" "" "HEADERS;LINKS;OPTIONS" ${ARGN})
    file(GENERATE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp CONTENT "")
    add_library(${name} OBJECT ${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp)
    set_target_properties(${name} PROPERTIES POSITION_INDEPENDENT_CODE ON)
    target_link_libraries(${name} PRIVATE Qt6::Core ${PRE_LINKS} station_warnings)
    target_compile_options(${name} PRIVATE ${PRE_OPTIONS})
    target_precompile_headers(${name} PRIVATE ${STATION_COMMON_HEADERS} ${PRE_HEADERS})
endfunction()

# station_use_headers(target a [b]): the first that is named.
function(station_use_headers target name)
    target_compile_options(${target} PRIVATE -fpch-preprocess)
    target_precompile_headers(${target} REUSE_FROM ${name})
endfunction()

# station_room(Codes SOURCES a.cpp a.h PUBLIC Station::Text PRIVATE OpenSSL::Crypto [HEADERS h])
# makes the library station_codes with the alias Station::Codes. A room links
# only what it may see, so that a call across a wall does not link.
function(station_room name)
    cmake_parse_arguments(ROOM "" "HEADERS" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
    string(TOLOWER ${name} lower)
    set(target station_${lower})
    add_library(${target} STATIC ${ROOM_SOURCES})
    add_library(Station::${name} ALIAS ${target})
    set_target_properties(${target} PROPERTIES POSITION_INDEPENDENT_CODE ON)
    target_include_directories(${target} PUBLIC ${PROJECT_SOURCE_DIR})
    target_link_libraries(${target} PUBLIC ${ROOM_PUBLIC} PRIVATE ${ROOM_PRIVATE} station_warnings)
    station_use_headers(${target} ${ROOM_HEADERS} station_common_headers)
endfunction()

# station_program(tramsohoa-cli SOURCES … LINKS …): an executable in bin/, installed.
function(station_program name)
    cmake_parse_arguments(PROGRAM "" "DESTINATION" "SOURCES;LINKS" ${ARGN})
    if(NOT PROGRAM_DESTINATION)
        set(PROGRAM_DESTINATION ${CMAKE_INSTALL_BINDIR})
    endif()
    add_executable(${name} ${PROGRAM_SOURCES})
    target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR})
    target_link_libraries(${name} PRIVATE ${PROGRAM_LINKS} station_warnings)
    station_use_headers(${name} station_common_headers)
    install(TARGETS ${name} RUNTIME DESTINATION ${PROGRAM_DESTINATION})
endfunction()

# A test compiles in half the time without optimization; what it tests keeps it.
set(STATION_TEST_OPTIONS $<$<CONFIG:RelWithDebInfo>:-O0>)

# station_tests(codes_tests SOURCES … LINKS Station::Codes [DEPENDS programs] [TIMEOUT 60])
# A test program links its room alone. DEPENDS names programs that it starts.
# `-w NoTests`: a test name that discovery mangles must fail, not pass silently.
# SERVER: its cases share a server that takes long to start, so they are one test of
# ctest, skipped when the program ends with 77 because the server is not installed.
function(station_tests name)
    cmake_parse_arguments(TESTS "SERIAL;SERVER" "TIMEOUT;HEADERS" "SOURCES;LINKS;DEPENDS" ${ARGN})
    if(NOT TESTS_TIMEOUT)
        set(TESTS_TIMEOUT 60)
    endif()
    add_executable(${name} ${TESTS_SOURCES})
    set_target_properties(${name} PROPERTIES
        RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests/bin)
    target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR})
    target_compile_definitions(${name} PRIVATE
        STATION_BIN_DIR="${CMAKE_BINARY_DIR}/bin"
        STATION_SHARE_DIR="${CMAKE_BINARY_DIR}/share/tram-so-hoa"
        STATION_FIXTURES_DIR="${PROJECT_SOURCE_DIR}/tests/fixtures")
    target_link_libraries(${name} PRIVATE ${TESTS_LINKS} station_test_main station_warnings)
    target_compile_options(${name} PRIVATE ${STATION_TEST_OPTIONS})
    station_use_headers(${name} ${TESTS_HEADERS} station_test_headers)
    if(TESTS_DEPENDS)
        add_dependencies(${name} ${TESTS_DEPENDS})
    endif()
    set(properties TIMEOUT ${TESTS_TIMEOUT} ENVIRONMENT "QT_QPA_PLATFORM=offscreen")
    if(TESTS_SERIAL)
        list(APPEND properties RUN_SERIAL TRUE)
    endif()
    if(TESTS_SERVER)
        add_test(NAME ${name} COMMAND ${name})
        set_tests_properties(${name} PROPERTIES ${properties} SKIP_RETURN_CODE 77)
    else()
        catch_discover_tests(${name} EXTRA_ARGS -w NoTests PROPERTIES ${properties})
    endif()
endfunction()
