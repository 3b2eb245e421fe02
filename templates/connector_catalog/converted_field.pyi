"""The field of a model in stubs, where it takes more types than it then has."""

from typing import Generic, TypeVar

_Read_co = TypeVar("_Read_co", covariant=True)
_Given_contra = TypeVar("_Given_contra", contravariant=True)

class ConvertedField(Generic[_Read_co, _Given_contra]):
    """A field that has one type and takes others, which the model converts."""

    def __get__(self, instance: object, owner: object = ..., /) -> _Read_co: ...
    def __set__(self, instance: object, value: _Given_contra, /) -> None: ...
